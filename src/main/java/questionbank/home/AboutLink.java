package questionbank.home;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the link to the About page to the footer of every page. */
@ControllerAdvice
class AboutLink {

	@ModelAttribute("aboutAddress")
	String aboutAddress() {
		return AboutController.ADDRESS;
	}

}
