/**
 * Web infrastructure for all rooms: layout, form inputs, pagination, Markdown, error
 * pages, page cache, idempotent forms, limits for slow clients.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
