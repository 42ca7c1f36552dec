/**
 * Interviews: panels, scorecards that are hidden from each other until they are
 * submitted, their comparison, and the record.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "calibration", "calendar", "kit", "question", "account", "mail", "ratelimit",
		"operations", "web" })
package questionbank.interview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
