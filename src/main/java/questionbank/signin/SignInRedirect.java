package questionbank.signin;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

import questionbank.web.LocalPath;

/** Builds addresses of the sign-in page that lead back to another page afterwards. */
final class SignInRedirect {

	private SignInRedirect() {
	}

	/**
	 * The sign-in that leads back to the requested page, with its query; both without the
	 * context path, which redirects and templates put before it.
	 */
	static String throughSignIn(HttpServletRequest request) {
		return "/sign-in?to=" + UriUtils.encode(LocalPath.withQuery(request), StandardCharsets.UTF_8);
	}

}
