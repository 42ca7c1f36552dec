package questionbank.bench;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Puts beside the program, into the same Tomcat, a second web application that has no
 * filters and nothing but a {@link BarePage} for each address. It is found by the
 * program's own scan where these classes are on its classpath, which is only here.
 */
@Component
class BarePages implements ApplicationListener<WebServerInitializedEvent> {

	private final String[] addresses;

	BarePages(@Value("${bench.bare}") String addresses) {
		this.addresses = addresses.split(" ");
	}

	/** Where the servlet is that writes what the n-th address shows. */
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
