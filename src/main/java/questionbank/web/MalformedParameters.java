package questionbank.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Parameters that cannot be decoded are a mistake of whoever sent them, and not, as the
 * server has it, a failure of ours.
 */
@ControllerAdvice
class MalformedParameters {

	@ExceptionHandler(InvalidParameterException.class)
	void refuse(HttpServletResponse response) throws IOException {
		response.sendError(HttpServletResponse.SC_BAD_REQUEST);
	}

}
