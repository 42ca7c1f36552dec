package questionbank.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.ibm.icu.text.IDNA;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Builds MIME messages. Names and subjects cannot add header lines. */
class MimeMessages {

	private static final IDNA IDNA_2008 = IDNA
		.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

	private final JavaMailSender sender;

	private final InternetAddress from;

	MimeMessages(JavaMailSender sender, InternetAddress from) {
		this.sender = sender;
		this.from = from;
	}

	/**
	 * Builds the message, with its domain in Punycode, which every mail server accepts.
	 * @throws MessagingException if the address is not valid
	 */
	MimeMessage build(Mail mail) throws MessagingException {
		var message = this.sender.createMimeMessage();
		var helper = new MimeMessageHelper(message, mail.attachment() != null, StandardCharsets.UTF_8.name());
		helper.setFrom(this.from);
		helper.setTo(recipient(mail));
		helper.setSubject(oneLine(mail.subject()));
		helper.setText(mail.text());
		var attachment = mail.attachment();
		if (attachment != null) {
			helper.addAttachment(oneLine(attachment.name()),
					new ByteArrayResource(attachment.content().getBytes(StandardCharsets.UTF_8)),
					attachment.type() + "; charset=UTF-8");
		}
		// The default identifier names the user and the host of this process.
		message.setHeader("Message-ID",
				"<" + UUID.randomUUID() + this.from.getAddress().substring(this.from.getAddress().indexOf('@')) + ">");
		// Keeps automatic replies from answering (RFC 3834).
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	private static InternetAddress recipient(Mail mail) throws MessagingException {
		var at = mail.address().lastIndexOf('@');
		var domain = IDNA_2008.nameToASCII(mail.address().substring(at + 1), new StringBuilder(), new IDNA.Info())
			.toString();
		var recipient = new InternetAddress();
		recipient.setAddress(mail.address().substring(0, at + 1) + domain);
		recipient.validate();
		try {
			recipient.setPersonal(mail.name().isEmpty() ? null : oneLine(mail.name()), StandardCharsets.UTF_8.name());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		return recipient;
	}

	/** Replaces line breaks and other control characters (header injection). */
	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
	}

}
