package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.SlugOf;

/**
 * The form to invite a person.
 *
 * @param role the slug of the role that the invitation gives
 */
record InvitationForm(@Retained @FormRules.Email String email,
		@SlugOf(value = Role.class, message = PersonForm.UNKNOWN_ROLE) String role) {

	InvitationForm(@Nullable String email, @Nullable String role) {
		this.email = FormRules.typed(email);
		this.role = FormRules.typed(Objects.requireNonNullElse(role, Role.INTERVIEWER.slug()));
	}

	/** Returns the invited role; only of a form without errors. */
	Role invitedRole() {
		return SelectOptions.named(Role.values(), this.role).orElseThrow();
	}

}
