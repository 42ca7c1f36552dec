/**
 * Portable archives of the database: a zip with one JSON-lines file for each table and a
 * manifest, written from a snapshot and loaded into an empty database of either kind.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.archive;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
