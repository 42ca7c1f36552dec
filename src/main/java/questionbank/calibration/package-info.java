/**
 * The rating model: difficulty of questions and severity of raters, with intervals. Pure
 * functions and values: no Spring beans, no SQL, no HTTP.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.calibration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
