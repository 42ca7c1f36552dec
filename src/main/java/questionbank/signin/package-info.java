/** Sign-up, sign-in, sessions, authorization of URLs, and the first administrator. */
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "operations", "ratelimit", "web" })
package questionbank.signin;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
