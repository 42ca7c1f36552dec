package questionbank.caching;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Request wrapper that hides headers and cookies, so that the response depends on the URL
 * alone and may be cached for all clients. Only {@code If-None-Match} remains: it leads
 * to a 304, which is never cached.
 */
class AnonymousRequest extends HttpServletRequestWrapper {

	AnonymousRequest(HttpServletRequest request) {
		super(request);
	}

	private static boolean isVisible(String header) {
		return HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(header);
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isVisible(name) ? super.getHeader(name) : null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isVisible(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(
				Collections.list(super.getHeaderNames()).stream().filter(AnonymousRequest::isVisible).toList());
	}

	@Override
	public int getIntHeader(String name) {
		return -1;
	}

	@Override
	public long getDateHeader(String name) {
		return -1;
	}

	@Override
	public Cookie @Nullable [] getCookies() {
		return null;
	}

	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public Locale getLocale() {
		return Locale.ENGLISH;
	}

	@Override
	public Enumeration<Locale> getLocales() {
		return Collections.enumeration(Collections.singleton(Locale.ENGLISH));
	}

}
