package questionbank.signin;

import java.util.List;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/**
 * Writes the security headers of every response. Within the security filter chain they
 * would be missing where a request fails ahead of it, or where the container drops the
 * response to render the error page, as for a malformed body.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityHeaders {

	/** Files of this application alone, nothing inline, no frames, no plugins. */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
			+ "base-uri 'none'; frame-ancestors 'none'";

	private static final String PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), microphone=(), "
			+ "payment=(), usb=()";

	/**
	 * Orders the filter ahead of all that may refuse a request, and behind the page
	 * cache, which stores the headers with the page.
	 * @param cacheControl forbids caches to store the response, unless it may be cached
	 */
	@Bean
	FilterRegistrationBean<HeaderWriterFilter> securityHeaderFilter(HeaderWriter cacheControl) {
		var opener = new CrossOriginOpenerPolicyHeaderWriter();
		opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		var registration = new FilterRegistrationBean<HeaderWriterFilter>(new AllDispatchesHeaderWriterFilter(
				List.of(new XContentTypeOptionsHeaderWriter(), new XXssProtectionHeaderWriter(), new HstsHeaderWriter(),
						new XFrameOptionsHeaderWriter(), new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
						new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
						new PermissionsPolicyHeaderWriter(PERMISSIONS_POLICY), opener, cacheControl)));
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 7);
		return registration;
	}

	private static final class AllDispatchesHeaderWriterFilter extends HeaderWriterFilter {

		AllDispatchesHeaderWriterFilter(List<HeaderWriter> writers) {
			super(writers);
		}

		@Override
		protected boolean shouldNotFilterErrorDispatch() {
			return false;
		}

	}

}
