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
 * How pages are looked at. What axe has to say depends on colours or on widths, not on
 * both at once.
 */
public enum Viewport {

	/** As narrow as a page of WCAG 2.2 may become. */
	NARROW(320, ColorScheme.LIGHT),

	/** As on a desk, in the dark. */
	WIDE(1280, ColorScheme.DARK);

	private static final int HEIGHT = 900;

	/** What else a page has to fit into. */
	private static final List<Integer> BETWEEN = List.of(390, 820);

	private static final String AXE = AxeBuilder.getAxeScript();

	private final int width;

	private final ColorScheme scheme;

	Viewport(int width, ColorScheme scheme) {
		this.width = width;
		this.scheme = scheme;
	}

	/** A window in which nothing moves, so that no colour is on its way to another. */
	public static Browser.NewContextOptions still() {
		return new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
	}

	/**
	 * Nothing is wrong with a page in any look, and nothing in it is wider than it. What
	 * is done with it next is done where there is least room.
	 */
	public static void assertFine(Page page, String where) {
		assertThat(page.locator("main h1")).isVisible();
		page.evaluate(AXE);
		for (var look : values()) {
			page.setViewportSize(look.width, HEIGHT);
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
			assertThat(violations(page)).as("%s %s", where, look).isEqualTo(List.of());
			assertFits(page, where, look.width);
		}
		for (var width : BETWEEN) {
			page.setViewportSize(width, HEIGHT);
			assertFits(page, where, width);
		}
		page.setViewportSize(NARROW.width, HEIGHT);
	}

	/**
	 * What axe finds wrong; all else that it can say takes longer, and nobody reads it.
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
