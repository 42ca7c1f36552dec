package questionbank.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the {@link Route} of handlers. */
public final class Routes {

	/** Request attribute of the access level that a denied request lacks. */
	public static final String REQUIRED_ACCESS = Routes.class.getName() + ".access";

	private Routes() {
	}

	/** Returns the route of a handler method, or {@code null} if it declares none. */
	public static @Nullable Route of(HandlerMethod handler) {
		var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Route.class);
		return (own != null) ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Route.class);
	}

	/** Returns the section of the handler of a request; empty if it is in none. */
	public static String section(HttpServletRequest request) {
		var route = (request
			.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler)
					? of(handler) : null;
		return (route != null) ? route.section() : "";
	}

}
