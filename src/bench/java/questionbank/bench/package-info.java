/**
 * HTTP benchmarks of the program; see the README in {@code src/bench}.
 */
@NullMarked
package questionbank.bench;

import org.jspecify.annotations.NullMarked;
