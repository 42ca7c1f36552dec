package questionbank.kit;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.account.Viewer;
import questionbank.web.LocalPath;
import questionbank.web.Navigation;

/** Adds the basket to the navigation of interviewers, and to the pages they pick from. */
@ControllerAdvice
class BasketAttributes {

	private final Basket basket;

	BasketAttributes(Basket basket) {
		this.basket = basket;
	}

	@Bean
	@Order(5)
	static Navigation.Fragment basketFragment() {
		return new Navigation.Fragment("kit/_navigation");
	}

	/** The numbers of the picked questions, read only by responses that are pages. */
	@ModelAttribute("basket")
	LazyContextVariable<Set<Long>> basket(Viewer viewer) {
		return new LazyContextVariable<>() {

			@Override
			protected Set<Long> loadValue() {
				return viewer.isInterviewer() ? BasketAttributes.this.basket.of(viewer) : Set.of();
			}

		};
	}

	/** The address of the page, to which a pick returns. */
	@ModelAttribute("pickedFrom")
	String pickedFrom(HttpServletRequest request) {
		return LocalPath.withQuery(request);
	}

}
