package questionbank.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Deduplicates submissions to {@link Idempotent} handlers, as by a double click or a
 * reload after a timeout: the first is handled, and a repetition gets the same redirect
 * or page. A repetition waits while the first is being handled. Instances share the
 * database, so this works across them.
 */
@Component
class IdempotencyInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private static final String KEY = IdempotencyInterceptor.class.getName();

	private final SubmissionLog submissions;

	IdempotencyInterceptor(SubmissionLog submissions) {
		this.submissions = submissions;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		var key = (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Idempotent.class))
				? IdempotencyKey.of(request) : null;
		if (key == null) {
			return true;
		}
		var stored = this.submissions.begin(key);
		if (stored.isEmpty()) {
			request.setAttribute(KEY, key);
			return true;
		}
		stored.get().send(response);
		return false;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(KEY) instanceof IdempotencyKey key) {
			var answer = (failure == null) ? Answer.of(response) : null;
			if (answer != null) {
				this.submissions.complete(key, answer);
			}
			else {
				this.submissions.forget(key);
			}
		}
	}

	/**
	 * The stored redirect or page that answers a submission and its repetitions.
	 *
	 * @param location where it redirects to; empty if it is a page
	 * @param cookies the values of its {@code Set-Cookie} headers
	 * @param page the HTML of the page; empty if it is a redirect
	 */
	record Answer(String location, List<String> cookies, String page) {

		/** Copies a successful response; {@code null} if it is not one. */
		static @Nullable Answer of(HttpServletResponse response) {
			var cookies = List.copyOf(response.getHeaders(HttpHeaders.SET_COOKIE));
			var location = response.getHeader(HttpHeaders.LOCATION);
			var status = HttpStatus.valueOf(response.getStatus());
			if (location != null && status.is3xxRedirection()) {
				return new Answer(location, cookies, "");
			}
			var body = SubmissionResponseFilter.body(response);
			return (status == HttpStatus.OK && !body.isEmpty()) ? new Answer("", cookies, body) : null;
		}

		boolean isRedirect() {
			return !this.location.isEmpty();
		}

		void send(HttpServletResponse response) throws IOException {
			this.cookies.forEach((cookie) -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
			if (isRedirect()) {
				response.sendRedirect(this.location);
				return;
			}
			response.setContentType(Views.CONTENT_TYPE);
			response.getOutputStream().write(this.page.getBytes(StandardCharsets.UTF_8));
		}

	}

}
