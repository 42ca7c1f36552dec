/**
 * The administrators' desk: where questions are written, changed one by one and many at
 * once, compared, restored, published and retired.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "question", "textanalysis", "account", "web" })
package questionbank.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
