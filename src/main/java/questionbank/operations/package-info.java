/**
 * Operation of the installation: database migration and failure analysis at startup,
 * health, responses during an outage of the database, deduplication of log messages,
 * backup and restore by archives, commands.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "archive", "textanalysis", "web" })
package questionbank.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
