package questionbank.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UrlPathHelper;

/**
 * Reads the path of a request within the application: without the context path, still
 * encoded, and with its path parameters.
 */
public final class LocalPath {

	private LocalPath() {
	}

	/** Returns the path without the query string. */
	public static String of(HttpServletRequest request) {
		return UrlPathHelper.rawPathInstance.getPathWithinApplication(request);
	}

	/** Returns the path with the query string, if there is one. */
	public static String withQuery(HttpServletRequest request) {
		var query = request.getQueryString();
		return (query != null) ? of(request) + "?" + query : of(request);
	}

}
