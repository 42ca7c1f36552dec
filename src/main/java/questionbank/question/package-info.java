/**
 * The bank: what a question is, every version it ever had, and how it is found and read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "textanalysis", "account", "web" })
package questionbank.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
