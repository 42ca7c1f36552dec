package questionbank.web;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address of the program, and its operator.
 *
 * @param address base URL of the program, such as {@code https://questions.example.org};
 * this machine's own if it is not given. Links for others and canonical addresses begin
 * with it, and passkeys are bound to it
 * @param contact whom to ask for help: an e-mail address, a link or a text, shown on the
 * About page and where readers cannot help themselves
 */
@ConfigurationProperties("questionbank")
record BaseUrlProperties(@Nullable URI address, @Nullable String contact) {

	BaseUrlProperties {
		if (address != null && (address.getHost() == null || !List.of("http", "https").contains(address.getScheme()))) {
			throw new IllegalArgumentException(
					"questionbank.address has to look like https://questions.example.org, and not like " + address);
		}
	}

	/** Returns the contact with the address that it links to; {@code null} if not set. */
	@Nullable Contact operator() {
		return (this.contact == null || this.contact.isBlank()) ? null : Contact.of(this.contact.strip());
	}

	/**
	 * The contact of the operator.
	 *
	 * @param address the URL of a link; empty if it is a text
	 */
	record Contact(String text, String address) {

		private static final Pattern EMAIL = Pattern.compile("(?:mailto:)?([^\\s@:/<>]+@[^\\s@:/<>?]+)");

		private static Contact of(String text) {
			var email = EMAIL.matcher(text);
			if (email.matches()) {
				return new Contact(email.group(1), "mailto:" + email.group(1));
			}
			return new Contact(text, text.matches("https?://\\S+") ? text : "");
		}

	}

}
