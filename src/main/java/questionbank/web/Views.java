package questionbank.web;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Renders every view as {@value #CONTENT_TYPE}, whatever the request accepts. */
@Configuration(proxyBeanMethods = false)
class Views {

	static final String CONTENT_TYPE = "text/html;charset=UTF-8";

	/**
	 * Takes the place of two view resolvers of Spring Boot. Its content negotiation makes
	 * the media type of the {@code Accept} header, with its parameters, the type of the
	 * response: a client would choose the charset in which a page is encoded.
	 */
	@Bean({ "thymeleafViewResolver", "viewResolver" })
	ThymeleafViewResolver thymeleafViewResolver(SpringTemplateEngine templates) {
		var views = new ThymeleafViewResolver();
		views.setTemplateEngine(templates);
		views.setContentType(CONTENT_TYPE);
		views.setForceContentType(true);
		// Complete before its first byte is written: no partial pages, and fewer writes.
		views.setProducePartialOutputWhileProcessing(false);
		views.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
		return views;
	}

}
