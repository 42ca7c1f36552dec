package questionbank.web;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Controller;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import questionbank.web.IdempotencyInterceptor.Answer;
import questionbank.web.Route.AccessLevel;

/**
 * Renders the error pages, as HTML regardless of the {@code Accept} header. Client errors
 * are not logged.
 */
@Controller
@ControllerAdvice
@Route(access = AccessLevel.EVERYONE)
class ErrorPages implements ErrorController {

	private static final Set<HttpStatus> REFUSED = EnumSet.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN);

	private final List<ErrorViewResolver> views;

	private final FormMappings forms;

	private final SubmissionLog submissions;

	ErrorPages(List<ErrorViewResolver> views, FormMappings forms, SubmissionLog submissions) {
		this.views = views;
		this.forms = forms;
		this.submissions = submissions;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	@Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (response.isCommitted()) {
			// Tomcat closes the connection, so that the client notices.
			return null;
		}
		// Without an error, this address does not exist.
		var status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
		var denial = request.getAttribute(WebAttributes.ACCESS_DENIED_403);
		if (REFUSED.contains(status) && !(denial instanceof CsrfException) && repeatRedirect(request, response)) {
			return null;
		}
		response.setStatus(status.value());
		// The CSRF token is in a cookie. Without any cookie, the browser blocks cookies,
		// or was closed after it loaded the form. With other cookies, a sign-in has
		// renewed the token.
		var model = Map.<String, Object>of("subject", this.forms.subject(path(request)), "sent", sent(request, status),
				"posted", isPosted(request), "opened", formPage(request), "outOfDate", denial instanceof CsrfException,
				"noCookie", denial instanceof MissingCsrfTokenException && request.getCookies() == null, "required",
				Objects.requireNonNullElse(request.getAttribute(Routes.REQUIRED_ACCESS), AccessLevel.ADMINISTRATOR));
		return this.views.stream()
			.map((view) -> view.resolveErrorView(request, status, model))
			.filter((found) -> found != null)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Redirects a denied repetition of a submission as the first one, which may have
	 * ended the session or taken away the role that the repetition was sent with. Not
	 * without a valid CSRF token, since the redirect may sign in (login CSRF). A stored
	 * page is not repeated, as it may show what only the signed-in user may see.
	 */
	private boolean repeatRedirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var key = isPosted(request) ? IdempotencyKey.of(request) : null;
		var first = (key != null) ? this.submissions.await(key).filter(Answer::isRedirect) : Optional.<Answer>empty();
		if (first.isPresent()) {
			first.get().send(response);
		}
		return first.isPresent();
	}

	/**
	 * Returns the path of the page to open again, without the context path: the path of
	 * the request if it has a page, else that of the home page.
	 */
	private String formPage(HttpServletRequest request) {
		var path = path(request);
		return this.forms.isPage(path) ? path : "/";
	}

	private static String path(HttpServletRequest request) {
		var address = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
		return address.startsWith(request.getContextPath()) ? address.substring(request.getContextPath().length()) : "";
	}

	/**
	 * Returns the submitted text of the {@link Retained} fields of a form that was not
	 * saved, so that the user can copy it.
	 */
	private Map<String, String> sent(HttpServletRequest request, HttpStatus status) {
		if (!isPosted(request) || !(REFUSED.contains(status) || status.is5xxServerError())
				|| "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
			return Map.of();
		}
		var sent = new LinkedHashMap<String, String>();
		request.getParameterMap().forEach((name, values) -> {
			var text = String.join("\n", values).strip();
			if (!text.isEmpty() && this.forms.retainedFields().contains(name)) {
				sent.put(name, text);
			}
		});
		return sent;
	}

	private static boolean isPosted(HttpServletRequest request) {
		return HttpMethod.POST.name().equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
	}

	@ExceptionHandler
	void wrongMethod(HttpRequestMethodNotSupportedException ex, HttpServletResponse response) throws IOException {
		ex.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
	}

	/** Responds 400 to a malformed media type in a header. */
	@ExceptionHandler(InvalidMimeTypeException.class)
	void unreadable(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
