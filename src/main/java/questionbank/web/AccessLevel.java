package questionbank.web;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * The authority that a page requires. Each level includes those before it; all but the
 * first are the names of roles.
 */
public enum AccessLevel {

	EVERYONE, CANDIDATE, INTERVIEWER, ADMINISTRATOR;

	/** Whether the authenticated user, if any, has this level. */
	public boolean isGrantedTo(@Nullable Authentication authentication) {
		return this == EVERYONE || authentication != null
				&& authentication.getAuthorities().stream().anyMatch((authority) -> includes(authority.getAuthority()));
	}

	private boolean includes(@Nullable String authority) {
		for (var level : values()) {
			if (level.compareTo(this) >= 0 && ("ROLE_" + level.name()).equals(authority)) {
				return true;
			}
		}
		return false;
	}

}
