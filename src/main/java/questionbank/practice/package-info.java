/**
 * A candidate's own work: what they remember of each question, and when to repeat it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "ratelimit", "question", "account", "web" })
package questionbank.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
