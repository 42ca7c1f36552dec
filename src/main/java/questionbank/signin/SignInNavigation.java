package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.web.Navigation;
import questionbank.web.Routes;

/** Adds the sign-in link and the sign-out button to the navigation. */
@ControllerAdvice
class SignInNavigation {

	@Bean
	@Order(20)
	static Navigation.Fragment signInFragment() {
		return new Navigation.Fragment("signin/_navigation");
	}

	/**
	 * Returns the URL of the sign-in page, which redirects to the current page after the
	 * sign-in if that page is in a section, or to the page that the current one redirects
	 * to.
	 */
	@ModelAttribute("signInAddress")
	String signInAddress(HttpServletRequest request) {
		return HttpMethod.POST.matches(request.getMethod()) || Routes.section(request).isEmpty()
				? SignInRedirect.withTarget("/sign-in", SignIn.redirectTarget(request.getParameter("to")))
				: SignInRedirect.throughSignIn(request);
	}

}
