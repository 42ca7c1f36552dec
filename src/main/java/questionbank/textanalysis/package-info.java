/**
 * Text analysis: tokens, English stems, synonyms, search queries and slugs. Pure
 * functions that know neither questions nor the index; the index is built with their
 * analyzers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package questionbank.textanalysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
