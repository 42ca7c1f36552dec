/**
 * Operation of the installation: database migration and failure analysis at startup,
 * health, responses during an outage of the database, deduplication of log messages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
