/** The home page, which may use every room. */
@NullMarked
@ApplicationModule
package questionbank.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
