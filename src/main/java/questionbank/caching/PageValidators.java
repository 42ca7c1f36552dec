package questionbank.caching;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Reads and writes the cache validators of publicly cached pages. The {@code ETag} names
 * the content version and the context path, since a page contains links with that path.
 */
final class PageValidators {

	private static final List<String> VARY = List.of(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.COOKIE);

	private PageValidators() {
	}

	/** Returns whether {@code If-None-Match} names this version of the page. */
	static boolean isCurrent(String version, HttpServletRequest request, HttpServletResponse response) {
		return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
				&& new ServletWebRequest(request, response).checkNotModified(etag(version, request));
	}

	static void writeNotModified(String version, HttpServletRequest request, HttpServletResponse response) {
		write(version, request, response);
		response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
	}

	/**
	 * Writes headers by which caches may store the page, and must revalidate it before
	 * each use.
	 */
	static void write(String version, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.ETAG, etag(version, request));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		VARY.forEach((header) -> response.addHeader(HttpHeaders.VARY, header));
	}

	/** Returns a weak tag, because the same page is sent in several encodings. */
	private static String etag(String version, HttpServletRequest request) {
		return "W/\"" + version + request.getContextPath() + "\"";
	}

}
