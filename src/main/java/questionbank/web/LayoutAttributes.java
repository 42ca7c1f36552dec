package questionbank.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/** What all pages have in common. */
@ControllerAdvice
class LayoutAttributes {

	private static final Pattern DESK = Pattern
		.compile("/questions/(desk|new|bulk|duplicates|topics|[0-9]+/(edit|revisions)).*");

	private static final Pattern FIRST = Pattern.compile("^/([^/]*).*");

	private static final Pattern RETURNED_TO = Pattern.compile("/(questions|practice)(/.*)?");

	/**
	 * Binds forms by their constructors alone, so that no parameter reaches into one, as
	 * {@code q[0]=} would; and from parameters and path variables alone, where Spring
	 * would also take a header such as {@code Sort: newest} for the field of that name.
	 */
	@InitBinder
	void bindParametersToConstructors(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
		if (binder instanceof ExtendedServletRequestDataBinder fields) {
			fields.setHeaderPredicate((header) -> false);
		}
	}

	/** Where the page is, so that its link in the frame can be marked. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return LocalPath.of(request);
	}

	/** The part of the program that the page is in, by the name of its link. */
	@ModelAttribute("section")
	String section(HttpServletRequest request) {
		var address = LocalPath.of(request);
		return DESK.matcher(address).matches() ? "desk" : FIRST.matcher(address).replaceFirst("$1");
	}

	/** The sign-in, and from there back to the page where that is possible. */
	@ModelAttribute("signIn")
	String signIn(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod()) || !RETURNED_TO.matcher(LocalPath.of(request)).matches()
				? "/sign-in" : SignInRedirect.throughSignIn(request);
	}

}
