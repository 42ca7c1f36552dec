/**
 * Interview kits: picking questions into a basket, ordering them into a kit with minutes
 * and probes, and printing them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "question", "textanalysis", "caching", "account", "web" })
package questionbank.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
