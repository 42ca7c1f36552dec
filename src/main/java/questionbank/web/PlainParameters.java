package questionbank.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/**
 * Overlooks parameters that are named like a place in a list, such as {@code topic[x]} or
 * the {@code utm[source]} that mailings add to links: no form of ours has any, and
 * Spring's binding fails on some of them as if the mistake were ours.
 */
@Component
class PlainParameters extends HttpFilter {

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public Enumeration<String> getParameterNames() {
				return Collections.enumeration(Collections.list(super.getParameterNames())
					.stream()
					.filter((name) -> !name.contains("["))
					.toList());
			}
		}, response);
	}

}
