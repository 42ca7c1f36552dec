package questionbank.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit extension that provides a browser to tests: the system's Chromium, or else
 * Playwright's. Without a browser, the tests are skipped with a message, unless the
 * environment variable {@code BROWSER_TESTS} is {@code required}.
 */
public class BrowserWindow implements ExecutionCondition, ParameterResolver {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "chrome", "chrome.exe", "msedge.exe");

	/**
	 * The features that Playwright 1.62 disables, whose switch this list replaces, and
	 * two that would load pages for the suggestions of an invisible address bar, with
	 * each window.
	 */
	private static final List<String> DISABLED_FEATURES = List.of("AvoidUnnecessaryBeforeUnloadCheckSync",
			"BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider",
			"GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "PaintHolding",
			"ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect", "Translate",
			"OptimizationHints", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup");

	private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
			"--disable-features=" + String.join(",", DISABLED_FEATURES));

	private static final boolean REQUIRED = "required".equals(System.getenv("BROWSER_TESTS"));

	/** The browser of all tests, which ends with the process. */
	private static final Optional<Browser> BROWSER = launch();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return (BROWSER.isPresent() || REQUIRED) ? ConditionEvaluationResult.enabled("Browser found")
				: ConditionEvaluationResult.disabled("No browser found");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return BROWSER.orElseThrow(() -> new IllegalStateException(
				"Browser tests are required, but no browser was found: install Chromium"));
	}

	private static Optional<Browser> launch() {
		var installed = installed();
		var environment = installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
				: Map.<String, String>of();
		try {
			var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
			var options = new BrowserType.LaunchOptions().setArgs(SWITCHES);
			installed.ifPresent(options::setExecutablePath);
			return Optional.of(playwright.chromium().launch(options));
		}
		catch (PlaywrightException ex) {
			System.err.println("No browser found, skipping browser tests: install Chromium or Chrome to run them");
			return Optional.empty();
		}
	}

	private static Optional<Path> installed() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
