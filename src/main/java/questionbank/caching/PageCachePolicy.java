package questionbank.caching;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

import questionbank.web.SessionCookie;

/**
 * Decides which requests the page cache answers, and which responses caches may store.
 */
final class PageCachePolicy {

	/** The content type of pages: HTML in UTF-8. */
	static final String CONTENT_TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8).toString();

	/**
	 * The longest query string that is cached; longer ones are hardly requested twice.
	 */
	private static final int MAX_QUERY_LENGTH = 500;

	/** The request attribute with the content version of a publicly cached page. */
	private static final String VERSION = PageCachePolicy.class.getName();

	/** The request attribute that is set behind the {@link PageCacheFilter}. */
	private static final String FILTERED = VERSION + ".FILTERED";

	private PageCachePolicy() {
	}

	/**
	 * Returns whether a response is a {@linkplain PubliclyCached publicly cached} page:
	 * behind the {@link PageCacheFilter}, which writes its validators, complete, in HTML
	 * and UTF-8, and without a cookie, which a cache would hand to other clients. Every
	 * other response should be {@code Cache-Control: no-store}.
	 */
	static boolean isPubliclyCached(HttpServletRequest request, HttpServletResponse response) {
		return isFiltered(request) && renderedVersion(request).isPresent()
				&& response.getStatus() == HttpServletResponse.SC_OK && CONTENT_TYPE.equals(response.getContentType())
				&& !response.containsHeader(HttpHeaders.SET_COOKIE);
	}

	/**
	 * Returns whether the page cache may answer a request: {@code GET} or {@code HEAD},
	 * with a query string of limited length, without a session cookie and without
	 * credentials.
	 */
	static boolean isCacheable(HttpServletRequest request) {
		var method = request.getMethod();
		var query = request.getQueryString();
		return (HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method))
				&& (query == null || query.length() <= MAX_QUERY_LENGTH)
				&& WebUtils.getCookie(request, SessionCookie.NAME) == null
				&& request.getHeader(HttpHeaders.AUTHORIZATION) == null;
	}

	/**
	 * Returns whether the query string mentions a parameter. Also finds it in a value, or
	 * if it cannot be decoded, so that no spelling of a name is missed.
	 */
	static boolean mentions(List<String> parameters, HttpServletRequest request) {
		var query = request.getQueryString();
		if (query == null || parameters.isEmpty()) {
			return false;
		}
		try {
			var decoded = UriUtils.decode(query, StandardCharsets.UTF_8);
			return parameters.stream().anyMatch(decoded::contains);
		}
		catch (IllegalArgumentException ex) {
			return true;
		}
	}

	/** Returns whether a request has passed the page cache. */
	static boolean isFiltered(HttpServletRequest request) {
		return request.getAttribute(FILTERED) != null;
	}

	/** Marks a request as filtered by the page cache. */
	static void markFiltered(HttpServletRequest request) {
		request.setAttribute(FILTERED, true);
	}

	/** Marks a request as answered by a publicly cached page of this content version. */
	static void markRendered(HttpServletRequest request, String version) {
		request.setAttribute(VERSION, version);
	}

	/** Returns the content version of the publicly cached page that answers a request. */
	static Optional<String> renderedVersion(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(VERSION));
	}

}
