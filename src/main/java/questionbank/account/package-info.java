/** Accounts: people, roles, passwords, passkeys, links, and their administration. */
@NullMarked
@ApplicationModule(allowedDependencies = { "mail", "ratelimit", "web" })
package questionbank.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
