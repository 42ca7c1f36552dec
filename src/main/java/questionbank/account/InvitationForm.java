package questionbank.account;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.Retained;
import questionbank.web.SelectOptions;

/** Whom an administrator invites, and as what. */
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
