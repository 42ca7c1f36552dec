/** Writes calendars in the format iCalendar, for files and for feeds. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
