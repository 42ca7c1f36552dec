package questionbank.signin;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;
import questionbank.web.Routes;

/**
 * Authorization rules of the mapped handlers, made from their {@link Route}s. Access to
 * GET includes HEAD and OPTIONS. A handler without a route adds no rule, so that the rule
 * for any other request denies it.
 */
@Component
@ConditionalOnWebApplication
class RouteRules {

	private final RequestMappingHandlerMapping mappings;

	RouteRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.mappings = mappings;
	}

	/** Registers the rules, those of the most specific patterns first. */
	void authorize(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		this.mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.flatMap((mapping) -> rules(mapping.getKey(), mapping.getValue()))
			.sorted((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern, other.pattern))
			.forEach((rule) -> {
				var matched = requests.requestMatchers(rule.matchers());
				if (rule.access == AccessLevel.EVERYONE) {
					matched.permitAll();
				}
				else {
					matched.hasAnyRole(rule.access.roles());
				}
			});
	}

	private static Stream<Rule> rules(RequestMappingInfo mapping, HandlerMethod handler) {
		var route = Routes.of(handler);
		return (route == null) ? Stream.empty()
				: Objects.requireNonNull(mapping.getPathPatternsCondition())
					.getPatterns()
					.stream()
					.map((pattern) -> new Rule(pattern, mapping.getMethodsCondition().getMethods(), route.access()));
	}

	private record Rule(PathPattern pattern, Set<RequestMethod> methods, AccessLevel access) {

		RequestMatcher[] matchers() {
			var paths = PathPatternRequestMatcher.withDefaults();
			return this.methods.isEmpty() ? new RequestMatcher[] { paths.matcher(this.pattern.getPatternString()) }
					: this.methods.stream()
						.flatMap(Rule::included)
						.map((method) -> paths.matcher(method, this.pattern.getPatternString()))
						.toArray(RequestMatcher[]::new);
		}

		private static Stream<HttpMethod> included(RequestMethod method) {
			return (method == RequestMethod.GET) ? Stream.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)
					: Stream.of(method.asHttpMethod());
		}

	}

}
