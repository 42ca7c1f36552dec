/** A learner's stars and private notes on questions. */
@NullMarked
@ApplicationModule(allowedDependencies = { "practice", "ratelimit", "question", "account", "web" })
package questionbank.bookmark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
