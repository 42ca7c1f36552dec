package questionbank.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all pages have in common. */
@ControllerAdvice
class Frame {

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

}
