/**
 * A candidate's practice: sessions, graded attempts, the plan to the interview date, and
 * progress.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "calendar", "ratelimit", "question", "scheduling", "textanalysis", "account", "web" })
package questionbank.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
