package questionbank.mail;

import java.io.IOException;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

/** An SMTP server that keeps the mails that it receives, and can be down. */
final class MailServer {

	private static final int TIMEOUT = 20_000;

	private static final Pattern LINK = Pattern.compile("https://questions\\.example\\.org(/\\S+)");

	private GreenMail server = start(0);

	private final int port = this.server.getSmtp().getPort();

	private int read;

	private static GreenMail start(int port) {
		var server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return server;
	}

	int port() {
		return this.port;
	}

	/** Starts it if it is down, and forgets its mails. */
	void reset() {
		this.server.stop();
		this.read = 0;
		restart();
	}

	/** Stops it, and forgets its mails. */
	void stop() {
		this.server.stop();
		this.read = 0;
	}

	void restart() {
		this.server = start(this.port);
	}

	/** Waits for the next mail. */
	MimeMessage next() {
		this.read++;
		if (!this.server.waitForIncomingEmail(TIMEOUT, this.read)) {
			throw new AssertionError("No mail number " + this.read);
		}
		return this.server.getReceivedMessages()[this.read - 1];
	}

	/** Returns the number of mails that no test has waited for. */
	int unread() {
		return this.server.getReceivedMessages().length - this.read;
	}

	/** Returns the text of a mail, or of its first part. */
	static String text(MimeMessage mail) throws MessagingException, IOException {
		Object content = mail.getContent();
		while (content instanceof Multipart parts) {
			content = parts.getBodyPart(0).getContent();
		}
		return content.toString().replace("\r\n", "\n");
	}

	/** Returns the path of the only link of a mail. */
	static String path(MimeMessage mail) throws MessagingException, IOException {
		var found = LINK.matcher(text(mail)).results().map((link) -> link.group(1)).toList();
		if (found.size() != 1) {
			throw new AssertionError(text(mail));
		}
		return found.get(0);
	}

}
