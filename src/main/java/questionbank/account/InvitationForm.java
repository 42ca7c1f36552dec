package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.Retained;
import questionbank.web.SelectOptions;

/**
 * The form to invite a person.
 *
 * @param role the slug of the role that the invitation gives
 */
record InvitationForm(@Retained String email, String role) {

	InvitationForm(@Nullable String email, @Nullable String role) {
		this.email = FormRules.typed(email);
		this.role = FormRules.typed(Objects.requireNonNullElse(role, Role.INTERVIEWER.slug()));
	}

	void check(Errors errors) {
		FormRules.checkEmail(FormRules.email(this.email), errors);
		if (SelectOptions.named(Role.values(), this.role).isEmpty()) {
			errors.rejectValue("role", "unknown", "Please choose one of these roles.");
		}
	}

}
