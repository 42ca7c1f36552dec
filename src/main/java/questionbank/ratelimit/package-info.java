/** Rate limiting of guesses and of anonymous requests that create server-side state. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.ratelimit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
