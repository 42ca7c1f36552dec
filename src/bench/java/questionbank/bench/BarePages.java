package questionbank.bench;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Adds a second web application to the program's Tomcat, without filters, with a
 * {@link BarePage} for each URL. The component scan finds it if the classpath contains
 * the benchmark.
 */
@Component
class BarePages implements ApplicationListener<WebServerInitializedEvent> {

	private final String[] addresses;

	BarePages(@Value("${bench.bare}") String addresses) {
		this.addresses = addresses.split(" ");
	}

	/** Returns the path of the servlet for the n-th page. */
	static String address(int n) {
		return "/bare/" + n;
	}

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		var tomcat = ((TomcatWebServer) event.getWebServer()).getTomcat();
		tomcat.addContext("/bare", null);
		for (int n = 0; n < this.addresses.length; n++) {
			tomcat.addServlet("/bare", Integer.toString(n), new BarePage(this.addresses[n])).addMapping("/" + n);
		}
	}

}
