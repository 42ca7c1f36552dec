package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a handler of a submitted form idempotent: of identical submissions of one
 * rendered form, the first is handled, and the others get its answer: the same redirect
 * or page, and the same cookies. An answer with an error status, such as a form with
 * errors, is not stored: the next identical submission is handled again. So is a
 * submission whose answer was not stored because of a crash.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

}
