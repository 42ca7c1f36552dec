package questionbank.entry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all pages of this room have in common. */
@ControllerAdvice(basePackageClasses = EntryPages.class)
class EntryPages {

	/** What is sent fills a form as a whole; nothing reaches into it. */
	@InitBinder
	void bindAsAWhole(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	@ModelAttribute
	void keepNothing(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
