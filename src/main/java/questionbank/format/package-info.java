/**
 * Readers and writers of files that hold questions, one pair for each format: texts and
 * positions in, texts out. Pure streams: no Spring beans, no SQL, no HTTP, and nothing of
 * the bank, so that what a file says and what the bank makes of it stay apart.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package questionbank.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
