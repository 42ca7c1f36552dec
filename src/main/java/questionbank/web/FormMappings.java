package questionbank.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Index of the mapped handlers: the paths of pages and the names of retained form fields.
 */
@Component
class FormMappings {

	/** The default {@linkplain Route#subject subject}. */
	private static final String PAGE = "page";

	private final SingletonSupplier<Set<String>> retained;

	private final SingletonSupplier<Map<PathPattern, String>> pages;

	FormMappings(
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlerMapping) {
		this.retained = SingletonSupplier.of(() -> retained(handlerMapping.getObject()));
		this.pages = SingletonSupplier.of(() -> pages(handlerMapping.getObject()));
	}

	/** The names of the fields that are {@link Retained} in any form. */
	Set<String> retainedFields() {
		return this.retained.obtain();
	}

	/** Whether a {@code GET} handler is mapped to a path without the context path. */
	boolean isPage(String path) {
		var parsed = PathContainer.parsePath(path);
		return this.pages.obtain().keySet().stream().anyMatch((pattern) -> pattern.matches(parsed));
	}

	/**
	 * The {@linkplain Route#subject subject} of the page at a path, also if there is
	 * none.
	 */
	String subject(String path) {
		var parsed = PathContainer.parsePath(path);
		return this.pages.obtain()
			.entrySet()
			.stream()
			.filter((page) -> page.getKey().matches(parsed))
			.min(Map.Entry.comparingByKey(PathPattern.SPECIFICITY_COMPARATOR))
			.map(Map.Entry::getValue)
			.orElse(PAGE);
	}

	private static Set<String> retained(RequestMappingHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.values()
			.stream()
			.flatMap((handler) -> Arrays.stream(handler.getMethodParameters()))
			.map(MethodParameter::getParameterType)
			.filter(Class::isRecord)
			.flatMap((form) -> Arrays.stream(form.getRecordComponents()))
			.filter((field) -> field.isAnnotationPresent(Retained.class))
			.map(RecordComponent::getName)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Map<PathPattern, String> pages(RequestMappingHandlerMapping mapping) {
		var pages = new HashMap<PathPattern, String>();
		mapping.getHandlerMethods().forEach((info, handler) -> {
			if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				var route = Routes.of(handler);
				Objects.requireNonNull(info.getPathPatternsCondition())
					.getPatterns()
					.forEach((pattern) -> pages.merge(pattern, (route != null) ? route.subject() : PAGE,
							(one, other) -> one.equals(PAGE) ? other : one));
			}
		});
		return Map.copyOf(pages);
	}

}
