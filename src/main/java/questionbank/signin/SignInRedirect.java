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
		return withTarget("/sign-in", LocalPath.withQuery(request));
	}

	/**
	 * Appends the address to redirect to; nothing if that is the home page, the default,
	 * or empty.
	 */
	static String withTarget(String address, String to) {
		return (to.isEmpty() || to.equals("/")) ? address
				: address + (address.contains("?") ? "&" : "?") + "to=" + UriUtils.encode(to, StandardCharsets.UTF_8);
	}

}
