package questionbank.signin;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.FormRules;
import questionbank.web.Retained;

/** The form to accept an invitation by creating an account with its address. */
record AcceptanceForm(@Retained @FormRules.Name String name, String password) {

	AcceptanceForm(@Nullable String name, @Nullable String password) {
		this.name = FormRules.typed(name);
		this.password = Objects.requireNonNullElse(password, "");
	}

	/** Rejects a weak password, once the name is validated. */
	void checkPassword(String address, Errors errors) {
		// The strength is measured against the name, whose length must be valid.
		FormRules.checkPassword(this.password, errors.hasErrors() ? List.of() : List.of(address, this.name), errors);
	}

}
