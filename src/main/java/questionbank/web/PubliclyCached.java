package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page that is the same for every anonymous reader until the content changes. It is
 * answered with an {@code ETag}, and cached in memory for all clients that do not send
 * the {@linkplain #SESSION_COOKIE session cookie}. For the cache it is rendered from the
 * address alone: no header and no other cookie makes a difference to it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PubliclyCached {

	/** The name of the cookie that carries the session id of a signed-in user. */
	String SESSION_COOKIE = "SESSION";

}
