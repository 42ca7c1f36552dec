package questionbank.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.http.HttpHeaders;

/**
 * Removes the {@code Accept-Language} header: all pages are in English, and Tomcat fails
 * a request with more than ten languages at {@code getLocale()}.
 */
class AcceptLanguageValve extends ValveBase {

	AcceptLanguageValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.getCoyoteRequest().getMimeHeaders().removeHeader(HttpHeaders.ACCEPT_LANGUAGE);
		getNext().invoke(request, response);
	}

}
