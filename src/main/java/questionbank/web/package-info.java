/**
 * Web infrastructure for all rooms: layout, navigation, form inputs, pagination,
 * Markdown, error pages, idempotent forms, limits for slow clients.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
