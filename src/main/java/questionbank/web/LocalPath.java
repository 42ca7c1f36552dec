package questionbank.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UrlPathHelper;

/**
 * The path of a request within the application, from the slash after the context path on,
 * as it was sent: still encoded, and with its path parameters.
 */
public final class LocalPath {

	private LocalPath() {
	}

	/** The path without the query. */
	public static String of(HttpServletRequest request) {
		return UrlPathHelper.rawPathInstance.getPathWithinApplication(request);
	}

	/** The path with the query, if there is one. */
	public static String withQuery(HttpServletRequest request) {
		var query = request.getQueryString();
		return (query != null) ? of(request) + "?" + query : of(request);
	}

}
