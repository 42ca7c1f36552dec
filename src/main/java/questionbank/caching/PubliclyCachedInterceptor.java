package questionbank.caching;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Handles conditional requests for {@link PubliclyCached} pages of anonymous readers:
 * answers 304 before the page is rendered if the client has the current version, and
 * marks the request with the version that is rendered otherwise.
 */
class PubliclyCachedInterceptor implements HandlerInterceptor {

	private final ContentVersion version;

	PubliclyCachedInterceptor(ContentVersion version) {
		this.version = version;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var cached = (handler instanceof HandlerMethod method) ? method.getMethodAnnotation(PubliclyCached.class)
				: null;
		if (cached == null || request.getUserPrincipal() != null
				|| cached.inMemory() && !PageCachePolicy.isFiltered(request)) {
			return true;
		}
		var current = this.version.published()
			.map((version) -> cached.inMemory() ? version : version + "-" + nameOfUrl(request));
		if (current.isPresent() && PageValidators.isCurrent(current.get(), request, response)) {
			PageValidators.writeNotModified(current.get(), request, response);
			return false;
		}
		current.ifPresent((version) -> {
			if (cached.inMemory()) {
				PageCachePolicy.markRendered(request, version);
			}
			else {
				PageValidators.write(version, request, response);
			}
		});
		return true;
	}

	/**
	 * Names the URL, as the response may contain its scheme and host, which a client of a
	 * shared cache can choose.
	 */
	private static UUID nameOfUrl(HttpServletRequest request) {
		return UUID.nameUUIDFromBytes(request.getRequestURL().toString().getBytes(StandardCharsets.UTF_8));
	}

}
