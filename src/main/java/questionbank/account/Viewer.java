package questionbank.account;

import java.util.Arrays;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * The user who sent a request. A controller takes one as an argument, and templates have
 * it as {@code viewer}; a visitor who has not signed in is {@link #ANONYMOUS}.
 *
 * @param role the viewer's role; {@code null} if anonymous
 * @param name the viewer's name, at most 100 characters; empty if anonymous
 * @param id the id of the viewer's account; {@code null} if there is none
 */
public record Viewer(@Nullable Role role, String name, @Nullable Long id) {

	/** A visitor who has not signed in. */
	public static final Viewer ANONYMOUS = new Viewer(null, "");

	/** Creates a viewer without an account. */
	public Viewer(@Nullable Role role, String name) {
		this(role, name, null);
	}

	/** Returns the viewer of an authentication. */
	public static Viewer of(@Nullable Authentication authentication) {
		if (authentication == null) {
			return ANONYMOUS;
		}
		if (authentication.getPrincipal() instanceof SignedIn person) {
			return person.viewer();
		}
		var authorities = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
		return Arrays.stream(Role.values())
			.filter((role) -> authorities.contains("ROLE_" + role.name()))
			.max(Comparator.naturalOrder())
			.map((role) -> new Viewer(role, authentication.getName()))
			.orElse(ANONYMOUS);
	}

	/** Whether the viewer has signed in. */
	public boolean isKnown() {
		return this.role != null;
	}

	/** Whether the viewer has the role or one that includes it. */
	public boolean isAtLeast(Role required) {
		return this.role != null && this.role.compareTo(required) >= 0;
	}

	/** Whether the viewer is an interviewer or an administrator. */
	public boolean isInterviewer() {
		return isAtLeast(Role.INTERVIEWER);
	}

	/** Whether the viewer is an administrator. */
	public boolean isAdministrator() {
		return isAtLeast(Role.ADMINISTRATOR);
	}

}
