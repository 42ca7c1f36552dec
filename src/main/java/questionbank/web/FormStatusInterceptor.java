package questionbank.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sets the status of a page that shows a form or a query with errors: the status of an
 * {@link ErrorCode}, else 422 for a submitted form and 400 for a query. A status that the
 * handler has set stays.
 */
@Component
class FormStatusInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && page.getStatus() == null && response.getStatus() == HttpStatus.OK.value()) {
			status(page.getModel(), request).ifPresent((status) -> response.setStatus(status.value()));
		}
	}

	private static Optional<HttpStatus> status(Map<String, @Nullable Object> model, HttpServletRequest request) {
		var errors = model.values()
			.stream()
			.filter(BindingResult.class::isInstance)
			.map(BindingResult.class::cast)
			.flatMap((result) -> result.getAllErrors().stream())
			.map((error) -> ErrorCode.status(Objects.requireNonNullElse(error.getCode(), "")))
			.toList();
		return errors.isEmpty() ? Optional.empty()
				: Optional.of(errors.stream()
					.flatMap(Optional::stream)
					.findFirst()
					.orElse(HttpMethod.POST.matches(request.getMethod()) ? HttpStatus.UNPROCESSABLE_CONTENT
							: HttpStatus.BAD_REQUEST));
	}

}
