/**
 * Outgoing mail: plain-text messages, sent in the background with retries, and their
 * state.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.mail;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
