/**
 * Page cache: publicly cached pages, their validators, and the version of the content.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package questionbank.caching;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
