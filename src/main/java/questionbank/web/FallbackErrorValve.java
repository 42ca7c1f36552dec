package questionbank.web;

import java.io.IOException;
import java.util.Arrays;

import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Tomcat valve that writes a static error page: for requests that Tomcat refuses before
 * they reach a filter, such as malformed URLs or oversized headers, and for requests
 * whose error page could not be rendered.
 */
class FallbackErrorValve extends ErrorReportValve {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark"><title>%1$s – Question Bank</title></head>
			<body><main><h1>%1$s</h1>
			<p>%2$s</p>
			<p><a href="%3$s/">Home page</a></p></main></body>
			</html>
			""";

	@Override
	protected void report(Request request, Response response, Throwable failure) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		response.setHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "no-store");
		response.setContentType(Views.CONTENT_TYPE);
		try {
			var writer = response.getReporter();
			if (writer != null) {
				writer.write(page(response.getStatus()));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			this.container.getLogger().debug("Client disconnected", ex);
		}
	}

	private String page(int status) {
		return (status < 500)
				? PAGE.formatted("This request is not valid",
						"Check the address or what you typed, or start again from the list.", contextPath())
				: PAGE.formatted("Something went wrong",
						"Nothing that was saved is lost. Please try again in a moment.", contextPath());
	}

	/** Returns the path of the only context; a refused request may have none. */
	private String contextPath() {
		return Arrays.stream(this.container.findChildren())
			.filter(Context.class::isInstance)
			.map((context) -> ((Context) context).getPath())
			.findFirst()
			.orElse("");
	}

}
