/** An interviewer's work: kits, interviews, scorecards, records. */
@NullMarked
@ApplicationModule(allowedDependencies = { "question", "account", "web" })
package questionbank.interview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
