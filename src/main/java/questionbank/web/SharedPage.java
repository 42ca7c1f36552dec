package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page that reads the same for everybody who has not signed in, until the content
 * changes. It is answered with an {@code ETag}, and kept in memory for all whose browsers
 * do not send the {@linkplain #SESSION_COOKIE session's cookie}; other cookies make no
 * difference to it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SharedPage {

	/** The name of the cookie by which somebody is known who has signed in. */
	String SESSION_COOKIE = "SESSION";

}
