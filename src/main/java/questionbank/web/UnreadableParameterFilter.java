package questionbank.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that refuses requests whose parameters cannot be parsed: malformed, too
 * many, or in a body that {@link SlowClientValve} cut off. Since Servlet 6.1,
 * {@code getParameter} throws an exception for them; it would do so again during the
 * error dispatch, which therefore gets a request without parameters. It is needed until
 * Tomcat answers such requests before the first filter.
 *
 * @see <a href="https://github.com/jakartaee/servlet/issues/431">Servlet issue 431</a>
 * @see <a href="https://github.com/apache/tomcat/pull/646">Tomcat pull request 646</a>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UnreadableParameterFilter extends OncePerRequestFilter {

	/** The request attribute with the status of a refused request. */
	static final String REFUSED_STATUS = UnreadableParameterFilter.class.getName();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() != DispatcherType.ERROR) {
			parse(request);
		}
		if (!(request.getAttribute(REFUSED_STATUS) instanceof Integer status)) {
			chain.doFilter(request, response);
		}
		else if (request.getDispatcherType() == DispatcherType.ERROR) {
			chain.doFilter(new WithoutParameters(request), response);
		}
		// Tomcat has already answered a body that breaks its transfer coding.
		else if (!response.isCommitted()) {
			response.sendError(status);
		}
	}

	private static void parse(HttpServletRequest request) {
		if (request.getAttribute(REFUSED_STATUS) == null) {
			try {
				request.getParameterNames();
			}
			catch (InvalidParameterException ex) {
				// A body that was cut off has its own status.
				if (request.getAttribute(REFUSED_STATUS) == null) {
					request.setAttribute(REFUSED_STATUS, ex.getErrorCode());
				}
			}
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static final class WithoutParameters extends HttpServletRequestWrapper {

		WithoutParameters(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

	}

}
