/**
 * The administrators' room: writing, bulk changes, revision history, publication,
 * near-duplicates and topics.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "question", "textanalysis", "account", "web" })
package questionbank.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
