/**
 * Operation of the installation: migrations at start, health, start failures, logging of
 * repeated failures.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package questionbank.operations;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
