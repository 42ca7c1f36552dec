/**
 * Import and export of questions: files are read, previewed row by row, applied as a
 * batch and undone; and what a person may see is written to files.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "format", "question", "kit", "textanalysis", "account", "operations", "web" })
package questionbank.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
