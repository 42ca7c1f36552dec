/**
 * Operation of the installation: database migration and failure analysis at startup,
 * health, deduplication of log messages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package questionbank.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
