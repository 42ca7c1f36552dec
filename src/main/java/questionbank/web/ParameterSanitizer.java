package questionbank.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

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
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What all that reads a request's parameters may rely on: they can be read, and none is
 * named like a place in a list, such as {@code topic[x]} or the {@code utm[source]} that
 * mailings add to links; no form of ours has any, and Spring's binding fails on some of
 * them as if the mistake were ours. Parameters that Tomcat cannot read, because they are
 * too long or no text, are none; the request is refused once it is clear what for.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class ParameterSanitizer extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

	/** The request attribute with the status of a request that is refused. */
	static final String REFUSED_STATUS = ParameterSanitizer.class.getName();

	/**
	 * Answers a request whose parameters cannot be read.
	 * @return whether it was one
	 */
	public static boolean refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getAttribute(REFUSED_STATUS) instanceof Integer status) {
			// Tomcat answers a body that breaks its format by itself.
			if (!response.isCommitted()) {
				response.sendError(status);
			}
			return true;
		}
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
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
		chain.doFilter((request.getAttribute(REFUSED_STATUS) == null) ? new Plain(request) : new Unreadable(request),
				response);
	}

	/** The page that says so is asked for with the same parameters. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		return request.getDispatcherType() == DispatcherType.ERROR || !refuse(request, response);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	private static final class Plain extends HttpServletRequestWrapper {

		Plain(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections
				.enumeration(Collections.list(super.getParameterNames()).stream().filter(Plain::isPlain).toList());
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			var plain = new LinkedHashMap<>(super.getParameterMap());
			plain.keySet().removeIf(Predicate.not(Plain::isPlain));
			return plain;
		}

		private static boolean isPlain(String name) {
			return !name.contains("[");
		}

	}

	private static final class Unreadable extends HttpServletRequestWrapper {

		Unreadable(HttpServletRequest request) {
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
