package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the access level of a controller or of one handler method, which takes
 * precedence, and its section of the navigation. The security rules are built from it: a
 * handler without it is denied to everyone.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface Route {

	AccessLevel access();

	/** The key of the {@link Section}; empty if the pages are in none. */
	String section() default "";

}
