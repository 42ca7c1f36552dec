package questionbank.web;

import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

import questionbank.web.Navigation.Section;

/** Adds the model attributes of the layout to every page, and configures data binding. */
@ControllerAdvice
class LayoutAttributes {

	private final List<Section> sections;

	private final List<Navigation.Fragment> fragments;

	private final BaseUrlProperties properties;

	private final BaseUrl base;

	LayoutAttributes(List<Section> sections, List<Navigation.Fragment> fragments, BaseUrlProperties properties,
			BaseUrl base) {
		this.properties = properties;
		this.sections = sections.stream().sorted(Comparator.comparingInt(Section::position)).toList();
		this.fragments = fragments;
		this.base = base;
	}

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

	/** The path of the page, to mark its link. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return LocalPath.of(request);
	}

	/** The configured scheme, host and port, for absolute addresses; empty if not set. */
	@ModelAttribute("siteOrigin")
	String siteOrigin() {
		return this.base.configuredOrigin().orElse("");
	}

	/** The section of the page, to mark its link. */
	@ModelAttribute("section")
	String section(HttpServletRequest request) {
		return Routes.section(request);
	}

	/** The entries of the main navigation that the user has access to. */
	@ModelAttribute("sections")
	List<Section> sections() {
		var user = SecurityContextHolder.getContext().getAuthentication();
		return this.sections.stream().filter((section) -> section.access().isGrantedTo(user)).toList();
	}

	/** The contact of the operator, if it is set. */
	@ModelAttribute("contact")
	BaseUrlProperties.@Nullable Contact contact() {
		return this.properties.operator();
	}

	@ModelAttribute("navigationFragments")
	List<Navigation.Fragment> navigationFragments() {
		return this.fragments;
	}

}
