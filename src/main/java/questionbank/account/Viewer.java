package questionbank.account;

import java.util.Arrays;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who asks for a page. A controller takes one as an argument, and every page knows it by
 * the name {@code viewer}; for a visitor who has not signed in it is {@link #ANONYMOUS}.
 *
 * @param role what the viewer may do, or {@code null} for a stranger
 * @param name what the viewer is called, at most 100 characters; empty for a stranger
 * @param id the number of the viewer's account, or {@code null} for who has none
 */
public record Viewer(@Nullable Role role, String name, @Nullable Long id) {

	/** Somebody who has not signed in. */
	public static final Viewer ANONYMOUS = new Viewer(null, "");

	/** Somebody without an account of their own. */
	public Viewer(@Nullable Role role, String name) {
		this(role, name, null);
	}

	/** Whoever a request comes from. */
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

	/** Whether somebody has signed in. */
	public boolean isKnown() {
		return this.role != null;
	}

	/** Whether this viewer has the role or one that includes it. */
	public boolean isAtLeast(Role required) {
		return this.role != null && this.role.compareTo(required) >= 0;
	}

	/** Whether this viewer runs the program. */
	public boolean isAdministrator() {
		return isAtLeast(Role.ADMINISTRATOR);
	}

}
