package questionbank.practice;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

import questionbank.account.SecretTokens;
import questionbank.account.Viewer;

/**
 * Identifies learners without an account by a random cookie, and resolves the
 * {@link LearnerIdentity} of controller methods. A malformed cookie counts as none. With
 * JavaScript, forms also send the time zone of the browser.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PracticeProperties.class)
public class LearnerCookie implements WebMvcConfigurer, HandlerMethodArgumentResolver {

	static final String NAME = "PRACTICE";

	/** The parameter with the time zone of the browser, which a script fills in. */
	private static final String ZONE = "zone";

	private static final Pattern SECRET = Pattern.compile(SecretTokens.PATTERN);

	private final ObjectProvider<LearnerRepository> learners;

	private final SecretTokens secrets;

	private final PracticeProperties properties;

	LearnerCookie(ObjectProvider<LearnerRepository> learners, SecretTokens secrets, PracticeProperties properties) {
		this.learners = learners;
		this.secrets = secrets;
		this.properties = properties;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == LearnerIdentity.class;
	}

	@Override
	public LearnerIdentity resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return identify(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
	}

	/** Identifies the learner of a request. */
	public LearnerIdentity identify(HttpServletRequest request) {
		var viewer = Viewer.of(SecurityContextHolder.getContext().getAuthentication());
		var secret = registered(secret(request));
		return new LearnerIdentity(viewer, (secret != null) ? secret : this.secrets.next(), secret != null,
				LearnerIdentity.parseZone(request.getParameter(ZONE)));
	}

	/**
	 * Returns the secret if it belongs to a learner. Any other, which the client may have
	 * chosen, is not used (session fixation).
	 */
	private @Nullable String registered(@Nullable String secret) {
		return (secret != null && this.learners.getObject().findByToken(SecretTokens.hash(secret)).isPresent()) ? secret
				: null;
	}

	/** Returns the secret that the browser has sent, or {@code null}. */
	static @Nullable String secret(@Nullable HttpServletRequest request) {
		var cookie = (request != null) ? WebUtils.getCookie(request, NAME) : null;
		return (cookie != null && SECRET.matcher(cookie.getValue()).matches()) ? cookie.getValue() : null;
	}

	/**
	 * Sets or renews the cookie of a learner without an account, for the retention
	 * period.
	 */
	public void keep(LearnerIdentity identity, HttpServletRequest request, HttpServletResponse response) {
		if (identity.person() == null) {
			send(identity.secret(), this.properties.retention(), request, response);
		}
	}

	/** Returns how many days the cookie and the learner are kept after their last use. */
	long retentionDays() {
		return this.properties.retention().toDays();
	}

	/** Deletes the cookie. */
	static void delete(HttpServletRequest request, HttpServletResponse response) {
		send("", Duration.ZERO, request, response);
	}

	private static void send(String secret, Duration lifetime, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, secret)
					.path(request.getContextPath() + "/")
					.maxAge(lifetime)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

}
