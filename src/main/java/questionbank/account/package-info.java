/** Accounts: who people are, how they come in, and which addresses are open to whom. */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package questionbank.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
