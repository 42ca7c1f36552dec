package questionbank.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/**
 * Authorizes requests for metrics: administrators, and a monitoring system that sends the
 * configured bearer token.
 */
@Component
class MetricsAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

	private final SignInProperties properties;

	MetricsAuthorization(SignInProperties properties) {
		this.properties = properties;
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		var sent = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
		return new AuthorizationDecision(isToken(sent) || Viewer.of(authentication.get()).isAdministrator());
	}

	private boolean isToken(@Nullable String sent) {
		var token = this.properties.metricsToken();
		return token != null && !token.isBlank() && sent != null && MessageDigest
			.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
	}

}
