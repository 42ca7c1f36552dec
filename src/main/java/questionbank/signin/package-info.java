/** Sign-in, sessions, authorization of addresses, and the first administrator. */
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "caching", "ratelimit", "web" })
package questionbank.signin;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
