package questionbank.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import questionbank.web.LocalPath;
import questionbank.web.Routes;

/**
 * Responds to denied requests: 404 if the address does not exist, 405 if only the method
 * is wrong. Else an anonymous {@code GET} is redirected to the sign-in page, with the
 * address to return to, an anonymous {@code POST} or a wrong bearer token gets 401, and a
 * signed-in user without the role gets 403.
 */
class AccessDeniedResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final RedirectStrategy redirects = new DefaultRedirectStrategy();

	private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

	AccessDeniedResponses(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException {
		if (!exists(request, response)) {
			return;
		}
		if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
		else if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
			this.redirects.sendRedirect(request, response, SignInRedirect.throughSignIn(request));
		}
		else {
			response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException {
		if (exists(request, response)) {
			request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

	/** Remembers the required access level, which the error page names. */
	private static void rememberAccess(Object handler, HttpServletRequest request) {
		var route = (handler instanceof HandlerMethod method) ? Routes.of(method) : null;
		if (route != null) {
			request.setAttribute(Routes.REQUIRED_ACCESS, route.access());
		}
	}

	/** Whether a handler exists; if not, sends the error response. */
	private boolean exists(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (SecurityRules.SIGN_OUT.equals(LocalPath.of(request)) && HttpMethod.POST.matches(request.getMethod())) {
			return true;
		}
		ServletRequestPathUtils.parseAndCache(request);
		try {
			for (var mapping : this.mappings) {
				var handler = mapping.getHandler(request);
				if (handler != null) {
					rememberAccess(handler.getHandler(), request);
					return true;
				}
			}
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return false;
		}
		catch (HttpRequestMethodNotSupportedException ex) {
			ex.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
			return false;
		}
		catch (Exception ex) {
			// The handler exists, but does not accept the media type or parameters.
			return true;
		}
		finally {
			ServletRequestPathUtils.clearParsedRequestPath(request);
		}
	}

}
