/** The front page, which sees every room. */
@NullMarked
@ApplicationModule
package questionbank.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
