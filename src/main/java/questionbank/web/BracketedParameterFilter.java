package questionbank.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Servlet filter that hides request parameters with a bracket in their name. No form has
 * one, but clients send {@code topic[x]} or {@code topic[}, at which constructor binding
 * fails with status 500: {@code DataBinder.getIndexes} throws an exception where the key
 * of a list is no number. It is needed until that is a binding error.
 *
 * @see <a href="https://github.com/spring-projects/spring-framework/issues/34305">Spring
 * Framework issue 34305</a>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 21)
class BracketedParameterFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new PlainParameters(request), response);
	}

	/** Filters the error dispatch as well, whose page binds the same parameters. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static final class PlainParameters extends HttpServletRequestWrapper {

		PlainParameters(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.enumeration(
					Collections.list(super.getParameterNames()).stream().filter(PlainParameters::isPlain).toList());
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			var plain = new LinkedHashMap<>(super.getParameterMap());
			plain.keySet().removeIf(Predicate.not(PlainParameters::isPlain));
			return plain;
		}

		private static boolean isPlain(String name) {
			return !name.contains("[");
		}

	}

}
