/** Accounts: who asks, and which addresses are open to whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package questionbank.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
