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
 * Hands browser tests a browser: the system's Chromium where there is one, else
 * Playwright's own. Where neither can be had, the tests are skipped and one line says
 * what to install, unless the environment says that they are required.
 */
public class BrowserWindow implements ExecutionCondition, ParameterResolver {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "chrome", "chrome.exe", "msedge.exe");

	private static final List<String> SWITCHES = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

	private static final boolean REQUIRED = "required".equals(System.getenv("BROWSER_TESTS"));

	/** One browser for the whole run; it ends with the run. */
	private static final Optional<Browser> BROWSER = launch();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return (BROWSER.isPresent() || REQUIRED) ? ConditionEvaluationResult.enabled("There is a browser")
				: ConditionEvaluationResult.disabled("There is no browser");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return BROWSER.orElseThrow(() -> new IllegalStateException("Browser tests are required: install Chromium"));
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
			System.err.println("Browser tests are skipped: install Chromium or Chrome to run them.");
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
