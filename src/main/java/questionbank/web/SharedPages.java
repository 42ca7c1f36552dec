package questionbank.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Recognizes requests for {@linkplain PubliclyCached shared pages} by anonymous readers,
 * and answers 304 before the page is rendered if the client has the current version. The
 * validators name the state of the content and the path under which links lead, so that
 * no cache in between takes a page of one prefix for that of another.
 */
class SharedPages implements HandlerInterceptor {

	/** The request attribute with the version that a shared page is rendered from. */
	private static final String VERSION = SharedPages.class.getName();

	private static final List<String> VARY = List.of(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.COOKIE);

	private final ContentVersion version;

	SharedPages(ContentVersion version) {
		this.version = version;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(PubliclyCached.class)
				|| request.getUserPrincipal() != null) {
			return true;
		}
		var current = this.version.published();
		if (current.isPresent() && isCurrent(current.get(), request, response)) {
			writeNotModified(current.get(), request, response);
			return false;
		}
		current.ifPresent((version) -> request.setAttribute(VERSION, version));
		return true;
	}

	/** The version from which the shared page that answers a request was rendered. */
	static Optional<String> renderedVersion(HttpServletRequest request) {
		return Optional.ofNullable((String) request.getAttribute(VERSION));
	}

	/** Whether the client says that it has this version of the page. */
	static boolean isCurrent(String version, HttpServletRequest request, HttpServletResponse response) {
		return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
				&& new ServletWebRequest(request, response).checkNotModified(etag(version, request));
	}

	static void writeNotModified(String version, HttpServletRequest request, HttpServletResponse response) {
		writeValidators(version, request, response);
		response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
	}

	/**
	 * Caches may store the page, and have to ask before each use whether it is current.
	 */
	static void writeValidators(String version, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader(HttpHeaders.ETAG, etag(version, request));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		VARY.forEach((header) -> response.addHeader(HttpHeaders.VARY, header));
	}

	/** Weak, because the same page is sent in several encodings. */
	private static String etag(String version, HttpServletRequest request) {
		return "W/\"" + version + request.getContextPath() + "\"";
	}

}
