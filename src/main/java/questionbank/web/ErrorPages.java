package questionbank.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is shown when a page cannot be: a page for people, whoever asks, under the right
 * status. What a visitor did wrong is answered and not logged.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

	private final List<ErrorViewResolver> views;

	ErrorPages(List<ErrorViewResolver> views) {
		this.views = views;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
		// Who asks for this address itself asks for nothing that exists.
		var status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
		response.setStatus(status.value());
		return this.views.stream()
			.map((view) -> view.resolveErrorView(request, status, Map.of()))
			.filter((found) -> found != null)
			.findFirst()
			.orElseThrow();
	}

	@ExceptionHandler
	void wrongMethod(HttpRequestMethodNotSupportedException ex, HttpServletResponse response) throws IOException {
		ex.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
	}

	/** The address has bytes in it that are no text. */
	@ExceptionHandler
	void unreadable(InvalidParameterException ex, HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
