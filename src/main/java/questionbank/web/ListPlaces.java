package questionbank.web;

import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that are named like a place in a list that no list has, such as
 * {@code topic[x]} or {@code topic[999]}: Spring fails on them as if the mistake were
 * ours.
 */
@Configuration(proxyBeanMethods = false)
class ListPlaces implements WebMvcConfigurer, HandlerInterceptor {

	private static final Pattern FAR = Pattern.compile(".*\\[(?![0-9]{0,2}\\]).*", Pattern.DOTALL);

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (Collections.list(request.getParameterNames()).stream().noneMatch((name) -> FAR.matcher(name).matches())) {
			return true;
		}
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		return false;
	}

}
