package questionbank.account;

import java.util.Arrays;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who asks for a page. A controller takes one as an argument; for a visitor who has not
 * signed in it is {@link #STRANGER}.
 *
 * @param role what the viewer may do, or {@code null} for a stranger
 * @param name what the viewer is called, at most 100 characters; empty for a stranger
 */
public record Viewer(@Nullable Role role, String name) {

	/** Somebody who has not signed in. */
	public static final Viewer STRANGER = new Viewer(null, "");

	static Viewer of(@Nullable Authentication authentication) {
		if (authentication == null) {
			return STRANGER;
		}
		var authorities = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
		return Arrays.stream(Role.values())
			.filter((role) -> authorities.contains("ROLE_" + role.name()))
			.max(Comparator.naturalOrder())
			.map((role) -> new Viewer(role, authentication.getName()))
			.orElse(STRANGER);
	}

	/** Whether this viewer has the role or one that includes it. */
	public boolean isAtLeast(Role required) {
		return this.role != null && this.role.compareTo(required) >= 0;
	}

}
