package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.core.Authentication;

import questionbank.web.Navigation.Section;

/**
 * Declares the access level of a controller or of one handler method, which takes
 * precedence, and its section of the navigation. The security rules are built from it: a
 * handler without it is denied to everyone.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface Route {

	AccessLevel access();

	/** The key of the {@link Section}; empty if the pages are in none. */
	String section() default "";

	/** What its pages show, as the error page names it if that is not found. */
	String subject() default "page";

	/**
	 * The authority that a page requires. Each level includes those before it; all but
	 * the first are the names of roles.
	 */
	enum AccessLevel {

		EVERYONE, CANDIDATE, INTERVIEWER, ADMINISTRATOR;

		/** Returns the people who have this level, as pages name them. */
		public String people() {
			return switch (this) {
				case EVERYONE -> "everyone";
				case CANDIDATE -> "people with an account";
				case INTERVIEWER -> "interviewers and administrators";
				case ADMINISTRATOR -> "administrators";
			};
		}

		/** Returns the roles that have this level, which is not that of everyone. */
		public String[] roles() {
			return Arrays.stream(values())
				.filter((level) -> level.compareTo(this) >= 0)
				.map(AccessLevel::name)
				.toArray(String[]::new);
		}

		/** Whether the authenticated user, if any, has this level. */
		public boolean isGrantedTo(@Nullable Authentication authentication) {
			return this == EVERYONE || AuthorityAuthorizationManager.hasAnyRole(roles())
				.authorize(() -> authentication, this)
				.isGranted();
		}

	}

}
