/**
 * The question bank: questions with all of their revisions, the search index, and the
 * pages that list, search and show questions.
 * <p>
 * Repositories use native SQL where a query has arrays, limits or joins, and where it
 * runs at startup: parsing the first JPQL query takes longer than the other work there.
 * Other queries are derived from method names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "textanalysis", "account", "caching", "web" })
package questionbank.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
