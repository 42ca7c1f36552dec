package questionbank.kit;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.web.LocalPath;
import questionbank.web.NavigationFragment;

/** Adds the basket to the navigation of interviewers, and to the pages they pick from. */
@ControllerAdvice
class BasketAttributes {

	static final String BASKET = "basket";

	private final Basket basket;

	BasketAttributes(Basket basket) {
		this.basket = basket;
	}

	@Bean
	@Order(5)
	static NavigationFragment basketFragment() {
		return new NavigationFragment("kit/_navigation");
	}

	/** The numbers of the picked questions. */
	@ModelAttribute(BASKET)
	Set<Long> basket(Viewer viewer) {
		return viewer.isAtLeast(Role.INTERVIEWER) ? this.basket.of(viewer) : Set.of();
	}

	/** The address of the page, to which a pick returns. */
	@ModelAttribute("pickedFrom")
	String pickedFrom(HttpServletRequest request) {
		return LocalPath.withQuery(request);
	}

}
