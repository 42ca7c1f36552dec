package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a handler of a submitted form idempotent: of identical submissions of one
 * rendered form, the first is handled, and the others get its redirect and its cookies. A
 * submission that was not answered by a redirect, such as one with errors, does not
 * count; the next one is handled after it. After a crash between the two, a submission
 * may be handled again.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

}
