package questionbank.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Servlet filter that buffers the responses to submitted forms, so that
 * {@link IdempotencyInterceptor} can store the page that answers one.
 */
@Component
class SubmissionResponseFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var buffered = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, buffered);
		buffered.copyBodyToResponse();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod());
	}

	/** Returns the text of a buffered response; empty if it has none. */
	static String body(HttpServletResponse response) {
		var buffered = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
		return (buffered != null) ? new String(buffered.getContentAsByteArray(), StandardCharsets.UTF_8) : "";
	}

}
