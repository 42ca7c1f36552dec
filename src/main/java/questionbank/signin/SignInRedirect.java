package questionbank.signin;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

import questionbank.web.LocalPath;

/** Builds URLs of the sign-in page that redirect to another page after sign-in. */
final class SignInRedirect {

	private SignInRedirect() {
	}

	/**
	 * Returns the URL of the sign-in page that redirects to the requested page, with its
	 * query string. Both are without the context path, which redirects and templates add.
	 */
	static String throughSignIn(HttpServletRequest request) {
		return "/sign-in?to=" + UriUtils.encode(LocalPath.withQuery(request), StandardCharsets.UTF_8);
	}

}
