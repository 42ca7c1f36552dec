/**
 * Measures the bank from outside, as a browser meets it; see the README beside this
 * folder.
 */
@NullMarked
package questionbank.bench;

import org.jspecify.annotations.NullMarked;
