/**
 * Page furniture that any room may use: frame, paging, Markdown to safe HTML, errors,
 * caching.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
