package questionbank.web;

import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** Request wrapper that shows only some of the headers. */
class HeaderView extends HttpServletRequestWrapper {

	private final Predicate<String> visible;

	/**
	 * Creates the view.
	 * @param visible accepts the names of visible headers, in any case
	 */
	HeaderView(HttpServletRequest request, Predicate<String> visible) {
		super(request);
		this.visible = visible;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return this.visible.test(name) ? super.getHeader(name) : null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return this.visible.test(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(Collections.list(super.getHeaderNames()).stream().filter(this.visible).toList());
	}

}
