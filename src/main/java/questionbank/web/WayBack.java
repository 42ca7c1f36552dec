package questionbank.web;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

/**
 * How one comes back to a page after signing in: its address stands in that of the
 * sign-in.
 */
public final class WayBack {

	private WayBack() {
	}

	/** The sign-in that leads back to what was asked for, with its query. */
	public static String throughSignIn(HttpServletRequest request) {
		var query = request.getQueryString();
		var address = (query != null) ? request.getRequestURI() + "?" + query : request.getRequestURI();
		return "/sign-in?to=" + UriUtils.encode(address, StandardCharsets.UTF_8);
	}

}
