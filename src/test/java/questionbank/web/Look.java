package questionbank.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How pages are looked at. What axe has to say depends on colours or on widths, not on
 * both at once.
 */
public enum Look {

	/** As narrow as a page of WCAG 2.2 may become. */
	NARROW(320, ColorScheme.LIGHT),

	/** As on a desk, in the dark. */
	WIDE(1280, ColorScheme.DARK);

	private final int width;

	private final ColorScheme scheme;

	Look(int width, ColorScheme scheme) {
		this.width = width;
		this.scheme = scheme;
	}

	/** A window that looks so. */
	public Browser.NewContextOptions options() {
		return new Browser.NewContextOptions().setViewportSize(this.width, 900)
			.setColorScheme(this.scheme)
			.setReducedMotion(ReducedMotion.REDUCE);
	}

}
