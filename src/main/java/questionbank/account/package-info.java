/** Accounts: who people are, what they may do, and what opens their accounts to them. */
@NullMarked
@ApplicationModule(allowedDependencies = { "ratelimit", "web" })
package questionbank.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
