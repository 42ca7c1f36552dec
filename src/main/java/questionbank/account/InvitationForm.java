package questionbank.account;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.SlugOf;
import questionbank.web.UnicodeText;

/**
 * The form to invite people.
 *
 * @param email e-mail addresses, one per line or separated by commas, each alone or as
 * {@code Name <address>}
 * @param role the slug of the role that the invitations give
 */
record InvitationForm(@Retained String email,
		@SlugOf(value = Role.class, message = PersonForm.UNKNOWN_ROLE) String role) {

	static final int MAX_RECIPIENTS = 50;

	private static final Pattern NAMED = Pattern.compile("\"?([^<>\"]*)\"?\\s*<([^<>]*)>");

	InvitationForm(@Nullable String email, @Nullable String role) {
		this.email = UnicodeText.lines(email);
		this.role = FormRules.typed(Objects.requireNonNullElse(role, Role.INTERVIEWER.slug()));
	}

	/** Returns the invited role; only of a form without errors. */
	Role invitedRole() {
		return SelectOptions.named(Role.values(), this.role).orElseThrow();
	}

	/** Returns the recipients, valid or not. */
	List<Recipient> recipients() {
		return Arrays.stream(this.email.split("[\n,;]"))
			.map(UnicodeText::strip)
			.filter((typed) -> !typed.isEmpty())
			.map(Recipient::of)
			.toList();
	}

	/**
	 * A recipient of an invitation.
	 *
	 * @param typed the text as typed
	 * @param email in its normal form, valid or not
	 * @param name the name; empty for none
	 */
	record Recipient(String typed, String email, String name) {

		private static Recipient of(String typed) {
			var named = NAMED.matcher(typed);
			return named.matches()
					? new Recipient(typed, FormRules.email(named.group(2)),
							FormRules.label(named.group(1), FormRules.NAME_LENGTH))
					: new Recipient(typed, FormRules.email(typed), "");
		}

	}

}
