package questionbank.caching;

import java.util.List;

/**
 * The URL patterns (Servlet specification, 12.2) of a room's {@linkplain PubliclyCached
 * publicly cached} pages, contributed as a bean: the page cache filters no other
 * requests.
 */
public record PubliclyCachedPaths(List<String> patterns) {

	public static PubliclyCachedPaths of(String... patterns) {
		return new PubliclyCachedPaths(List.of(patterns));
	}

}
