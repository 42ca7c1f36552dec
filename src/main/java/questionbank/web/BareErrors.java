package questionbank.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Answers what Tomcat refuses by itself, before the program sees it: an address with
 * letters that no address can have, or headers without end; and what is left when even
 * the page that tells of a mistake fails. Tomcat makes it by its name.
 */
public class BareErrors extends ErrorReportValve {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark"><title>%1$s – Question Bank</title></head>
			<body><main><h1>%1$s</h1>
			<p>%2$s</p>
			<p><a href="/questions">All questions</a></p></main></body>
			</html>
			""";

	private static final String THEIRS = PAGE.formatted("This cannot be understood",
			"Something in the address or the request is not as it should be. Check it, or start again from the list.");

	private static final String OURS = PAGE.formatted("Something went wrong",
			"It is our mistake, not yours. Please try again in a moment.");

	@Override
	protected void report(Request request, Response response, Throwable failure) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		response.setHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "no-store");
		response.setContentType("text/html;charset=UTF-8");
		try {
			var writer = response.getReporter();
			if (writer != null) {
				writer.write((response.getStatus() < 500) ? THEIRS : OURS);
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			// Whoever asked has gone.
			this.container.getLogger().debug("No answer could be written", ex);
		}
	}

}
