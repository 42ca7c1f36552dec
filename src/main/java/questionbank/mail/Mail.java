package questionbank.mail;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * A plain-text mail to one recipient.
 *
 * @param reference identifies what the mail is about, such as {@code invitation-7}, but
 * no person; its state is stored under it
 * @param address the e-mail address of the recipient
 * @param name the name of the recipient; may be empty
 * @param attachment {@code null} for none
 */
public record Mail(String reference, String address, String name, String subject, String text,
		@Nullable Attachment attachment) {

	/**
	 * Returns a link that opens the mail in the sender's own mail program.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc6068">RFC 6068, mailto</a>
	 */
	public String mailto() {
		var body = this.text.strip().replace("\n", "\r\n");
		return "mailto:" + encode(this.address).replace("%40", "@") + "?subject=" + encode(this.subject) + "&body="
				+ encode(body);
	}

	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * A text file that is attached to a mail.
	 *
	 * @param type the media type, without the charset, which is UTF-8
	 */
	public record Attachment(String name, String type, String content) {
	}

}
