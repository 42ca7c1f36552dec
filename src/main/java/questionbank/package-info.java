/** Question Bank: one program, whose rooms are the packages below. */
@NullMarked
package questionbank;

import org.jspecify.annotations.NullMarked;
