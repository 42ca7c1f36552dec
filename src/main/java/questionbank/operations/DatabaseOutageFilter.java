package questionbank.operations;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Servlet filter that answers 503 to requests that fail for a {@link DatabaseOutage}. It
 * forwards to the error page, since the container's error dispatch passes the session and
 * security filters, which need the database again. It precedes all filters that buffer
 * the response, since Tomcat closes the response after a forward.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class DatabaseOutageFilter extends HttpFilter {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseOutageFilter.class);

	/** Headers of the body that is replaced. */
	private static final Set<String> BODY_HEADERS = Set.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH,
			HttpHeaders.CONTENT_ENCODING, HttpHeaders.CONTENT_DISPOSITION);

	private static final int RETRY_AFTER_SECONDS = 5;

	private final String errorPath;

	DatabaseOutageFilter(@Value("${spring.web.error.path:/error}") String errorPath) {
		this.errorPath = errorPath;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (response.isCommitted() || !DatabaseOutage.isCauseOf(ex)) {
				throw ex;
			}
			logger.error("Database unavailable", ex);
			showError(request, response);
		}
	}

	/** Resets the response, whose output stream a page cannot use; its headers stay. */
	private static void reset(HttpServletResponse response) {
		var headers = response.getHeaderNames()
			.stream()
			.filter((name) -> !BODY_HEADERS.contains(name))
			.collect(Collectors.toMap((name) -> name, (name) -> List.copyOf(response.getHeaders(name)),
					(one, other) -> one));
		response.reset();
		headers.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
	}

	private void showError(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		reset(response);
		response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		request.setAttribute(RequestDispatcher.ERROR_METHOD, request.getMethod());
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
		request.getRequestDispatcher(this.errorPath).forward(request, response);
	}

}
