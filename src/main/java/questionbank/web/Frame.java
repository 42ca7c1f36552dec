package questionbank.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all pages have in common. */
@ControllerAdvice
class Frame {

	private static final Pattern DESK = Pattern
		.compile("/questions/(desk|new|bulk|duplicates|topics|[0-9]+/(edit|revisions)).*");

	private static final Pattern FIRST = Pattern.compile("^/([^/]*).*");

	private static final Pattern RETURNED_TO = Pattern.compile("/(questions|practice)(/.*)?");

	/** What is sent fills a form as a whole; nothing reaches into it, as q[0]= would. */
	@InitBinder
	void bindAsAWhole(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	/** Where the page is, so that its link in the frame can be marked. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return request.getRequestURI();
	}

	/** The part of the program that the page is in, by the name of its link. */
	@ModelAttribute("section")
	String section(HttpServletRequest request) {
		var address = request.getRequestURI();
		return DESK.matcher(address).matches() ? "desk" : FIRST.matcher(address).replaceFirst("$1");
	}

	/** The sign-in, and from there back to the page where that is possible. */
	@ModelAttribute("signIn")
	String signIn(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod()) || !RETURNED_TO.matcher(request.getRequestURI()).matches()
				? "/sign-in" : WayBack.throughSignIn(request);
	}

}
