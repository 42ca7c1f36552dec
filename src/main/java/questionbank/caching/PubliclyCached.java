package questionbank.caching;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Marks a handler whose page is the same for all anonymous readers until the content
 * changes. The page gets an {@code ETag} and is cached in memory for clients that do not
 * send the {@linkplain questionbank.web.SessionCookie session cookie}. It is rendered
 * from the URL alone, without headers and other cookies.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PubliclyCached {

	/**
	 * Whether the response is a page that is cached in memory, too. Others, which may be
	 * large and are streamed, are only revalidated by clients; they may depend on the
	 * {@code Host} header, as caches of clients do.
	 */
	boolean inMemory() default true;

	/**
	 * The URL patterns (Servlet specification, 12.2) of a room's
	 * {@linkplain PubliclyCached publicly cached} pages, contributed as a bean: the page
	 * cache filters no other requests.
	 *
	 * @param personal the query parameters with which a page depends on the client, and
	 * is not cached
	 */
	record Paths(List<String> patterns, List<String> personal) {

		public static Paths of(String... patterns) {
			return new Paths(List.of(patterns), List.of());
		}

		/** Returns these patterns with query parameters whose pages are not cached. */
		public Paths withPersonal(List<String> parameters) {
			return new Paths(this.patterns, parameters);
		}

	}

}
