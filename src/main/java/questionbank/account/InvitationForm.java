package questionbank.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.SlugOf;
import questionbank.web.UnicodeText;

/**
 * The form to invite people.
 *
 * @param email e-mail addresses, one per line or separated by commas, each alone or as
 * {@code Name <address>}, with a name that may be quoted
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

	/** Returns the recipients, valid or not, each address once. */
	List<Recipient> recipients() {
		return List.copyOf(this.email.lines()
			.flatMap((line) -> split(line).stream())
			.map(UnicodeText::strip)
			.filter((typed) -> !typed.isEmpty())
			.map(Recipient::of)
			.collect(Collectors.toMap(Recipient::email, (recipient) -> recipient,
					(first, second) -> first.name().isEmpty() ? second : first, LinkedHashMap::new))
			.values());
	}

	/** Splits a line at commas and semicolons that are not within quotes. */
	private static List<String> split(String line) {
		var parts = new ArrayList<String>();
		var isQuoted = false;
		var start = 0;
		for (int at = 0; at < line.length(); at++) {
			var character = line.charAt(at);
			if (character == '"') {
				isQuoted = !isQuoted && line.lastIndexOf('"') > at;
			}
			else if (!isQuoted && (character == ',' || character == ';')) {
				parts.add(line.substring(start, at));
				start = at + 1;
			}
		}
		parts.add(line.substring(start));
		return parts;
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
