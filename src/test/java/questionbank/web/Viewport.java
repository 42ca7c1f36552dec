package questionbank.web;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Browser window and colour scheme in which pages are checked. Findings of axe depend on
 * the colours or on the width, so not all combinations are needed.
 */
public enum Viewport {

	/** The narrowest width of WCAG 2.2, success criterion 1.4.10 (reflow). */
	NARROW(320, ColorScheme.LIGHT),

	/** A desktop in dark mode. */
	WIDE(1280, ColorScheme.DARK);

	private static final int HEIGHT = 900;

	/** Further widths without horizontal scrolling. */
	private static final List<Integer> BETWEEN = List.of(390, 820);

	private static final String AXE = AxeBuilder.getAxeScript();

	private final int width;

	private final ColorScheme scheme;

	Viewport(int width, ColorScheme scheme) {
		this.width = width;
		this.scheme = scheme;
	}

	/** Returns options for a window without transitions, which would blur colours. */
	public static Browser.NewContextOptions still() {
		return new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
	}

	/**
	 * Asserts that axe finds no violation in any viewport, and that the page does not
	 * scroll sideways. The window is narrow afterwards.
	 */
	public static void assertFine(Page page, String where) {
		assertThat(page.locator("main h1")).isVisible();
		page.evaluate(AXE);
		for (var viewport : values()) {
			page.setViewportSize(viewport.width, HEIGHT);
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(viewport.scheme));
			assertThat(violations(page)).as("%s %s", where, viewport).isEqualTo(List.of());
			assertFits(page, where, viewport.width);
		}
		for (var width : BETWEEN) {
			page.setViewportSize(width, HEIGHT);
			assertFits(page, where, width);
		}
		page.setViewportSize(NARROW.width, HEIGHT);
	}

	/**
	 * Returns the violations; other result types take longer.
	 */
	private static Object violations(Page page) {
		return page.evaluate("""
				async () => (await axe.run({ resultTypes: ['violations'] })).violations
					.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)""");
	}

	private static void assertFits(Page page, String where, int width) {
		assertThat(page.evaluate("document.documentElement.scrollWidth")).as("%s at %s px", where, width)
			.isEqualTo(width);
	}

}
