/**
 * The memory model (FSRS-6), the scheduler of reviews, and the planner towards an
 * interview date. Pure functions and values: no Spring beans, no SQL, no HTTP.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
