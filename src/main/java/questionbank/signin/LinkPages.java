package questionbank.signin;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import questionbank.account.Registration.LinkRecipient;

/** The pages of single-use links. */
final class LinkPages {

	private LinkPages() {
	}

	/** Returns a page for the recipient; if there is none, the link is not valid. */
	static ModelAndView of(String view, Optional<LinkRecipient> recipient) {
		return recipient.map((found) -> new ModelAndView(view, "recipient", found)).orElseGet(LinkPages::invalid);
	}

	/** Returns the page, with status 404, of a link that is not valid any more. */
	static ModelAndView invalid() {
		return new ModelAndView("signin/invalid-link", HttpStatus.NOT_FOUND);
	}

}
