package questionbank.web;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Configures views to be {@value #CONTENT_TYPE}, regardless of the request. */
@Configuration(proxyBeanMethods = false)
class Views {

	static final String CONTENT_TYPE = "text/html;charset=UTF-8";

	/**
	 * Replaces two view resolvers of Spring Boot. Their content negotiation would copy
	 * the media type of the {@code Accept} header with its parameters to the response, so
	 * that the client would choose the charset of the page.
	 */
	@Bean({ "thymeleafViewResolver", "viewResolver" })
	ThymeleafViewResolver thymeleafViewResolver(SpringTemplateEngine templates) {
		var views = new ThymeleafViewResolver();
		views.setTemplateEngine(templates);
		views.setContentType(CONTENT_TYPE);
		views.setForceContentType(true);
		// Render completely before the first byte is written, so that no page is partial.
		views.setProducePartialOutputWhileProcessing(false);
		views.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
		return views;
	}

}
