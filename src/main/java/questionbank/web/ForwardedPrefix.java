package questionbank.web;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Globals;

import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Applies {@code X-Forwarded-Prefix}, the path under which a reverse proxy publishes the
 * application, to the context path, so that links, redirects and cookies lead through the
 * proxy. Tomcat's {@code RemoteIpValve} handles the other forwarded headers but not this
 * one. The same peers are trusted: those in
 * {@code server.tomcat.remoteip.internal-proxies} and {@code trusted-proxies}; the header
 * of any other client is ignored, as is a value that is not a plain path of at most 200
 * characters.
 */
class ForwardedPrefix extends ForwardedHeaderFilter {

	private static final String PREFIX = "X-Forwarded-Prefix";

	/** Segments of unreserved characters (RFC 3986), none of them a dot segment. */
	private static final Pattern PATH = Pattern.compile("(?=.{1,200}$)(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+/?");

	ForwardedPrefix() {
		setRelativeRedirects(true);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		var prefix = request.getHeader(PREFIX);
		return prefix == null || !Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE))
				|| !PATH.matcher(prefix).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		super.doFilterInternal(new HeaderView(request, ForwardedPrefix::isVisible), response, chain);
	}

	/**
	 * Hides the other forwarded headers. The valve has applied those of the proxy; the
	 * remaining ones, and {@code Forwarded}, may come from the client.
	 */
	private static boolean isVisible(String header) {
		var name = header.toLowerCase(Locale.ROOT);
		return !name.equals("forwarded") && !name.startsWith("x-forwarded-") || PREFIX.equalsIgnoreCase(name);
	}

}
