package questionbank.question;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import questionbank.account.Viewer;

/**
 * Redirects addresses with old names of topics permanently to the same address with the
 * present names. It covers the GET handlers of all rooms that take a
 * {@link QuestionQuery}.
 */
@Component
class OldTopicRedirect implements HandlerInterceptor, WebMvcConfigurer {

	private static final String TOPIC = "topic";

	private final TopicNames names;

	OldTopicRedirect(TopicNames names) {
		this.names = names;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!isRead(request) || !(handler instanceof HandlerMethod method) || !takesQuery(method)) {
			return true;
		}
		var topics = request.getParameterValues(TOPIC);
		if (topics == null) {
			return true;
		}
		var viewer = Viewer.of(SecurityContextHolder.getContext().getAuthentication());
		var typed = new QuestionQuery(null, null, List.of(topics), null, null, null).topic();
		var current = this.names.current(typed, viewer);
		if (current.equals(typed)) {
			return true;
		}
		response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
		// Browsers cache permanent redirects, and another topic may get the name.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION,
				UriComponentsBuilder.fromPath(request.getRequestURI())
					.query(request.getQueryString())
					.replaceQueryParam(TOPIC,
							current.stream().map((topic) -> UriUtils.encode(topic, StandardCharsets.UTF_8)).toList())
					.build()
					.toUriString());
		return false;
	}

	private static boolean isRead(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static boolean takesQuery(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType() == QuestionQuery.class);
	}

}
