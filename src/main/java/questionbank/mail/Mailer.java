package questionbank.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Sends mail if {@code spring.mail.host} is set. Messages are sent in the background,
 * with a bounded number of retries. They contain the secrets of links, of which the
 * database has only hashes: so they wait in memory, and a restart loses those that are
 * not sent. Only their state is stored. Callers send after their transaction is
 * committed, and show the link as well.
 */
@Component
public class Mailer {

	private final @Nullable MailQueue queue;

	private final Deliveries deliveries;

	Mailer(Optional<MailQueue> queue, Deliveries deliveries) {
		this.queue = queue.orElse(null);
		this.deliveries = deliveries;
	}

	/** Whether mail is sent; if not, links are passed on by people. */
	public boolean isEnabled() {
		return this.queue != null;
	}

	/** Sends a mail in the background, if mail is enabled. */
	public void send(Mail mail) {
		if (this.queue != null) {
			this.queue.add(mail);
		}
	}

	/**
	 * Sends a mail with a link, if mail is enabled, and returns the link, to be shown and
	 * passed on as well.
	 * @param isConfigured whether the link begins with the configured address
	 */
	public SharedLink share(Mail mail, String url, boolean isConfigured) {
		send(mail);
		return new SharedLink(mail.name(), mail.address(), url, isConfigured, isEnabled(), mail.mailto());
	}

	/**
	 * Prepares a mail in the background, and sends it if there is one: the time of the
	 * request does not tell whether there is. Does nothing if mail is not enabled.
	 * @param preparation runs outside of the request
	 */
	public void sendPrepared(Supplier<Optional<Mail>> preparation) {
		if (this.queue != null) {
			this.queue.prepare(preparation);
		}
	}

	/** Does not send a mail whose link does not work any more. */
	public void withdraw(String reference) {
		this.deliveries.remove(reference);
	}

	/** Does not send pending mails; part of the caller's transaction, if there is one. */
	public void cancel(Collection<String> references) {
		if (!references.isEmpty()) {
			this.deliveries.removePending(references);
		}
	}

	/** Finds the state of the latest mail of each reference that has one. */
	public Map<String, Delivery> deliveries(Collection<String> references) {
		return references.isEmpty() ? Map.of() : this.deliveries.find(references);
	}

	/**
	 * A link as the page shows it that created it.
	 *
	 * @param name the name of the recipient; may be empty
	 * @param isConfigured whether the link begins with the configured address, and not
	 * with that of the request
	 * @param isMailed whether the link is being sent by mail
	 * @param mailto opens the same mail in the viewer's own mail program
	 */
	public record SharedLink(String name, String address, String url, boolean isConfigured, boolean isMailed,
			String mailto) {
	}

	/** The state of a mail, and since when. */
	public record Delivery(State state, Instant changedAt) {

		public boolean isSent() {
			return this.state == State.SENT;
		}

		public boolean isPending() {
			return this.state == State.PENDING;
		}

		public boolean isFailed() {
			return this.state == State.FAILED;
		}

	}

	/** The state of the delivery to the mail server. */
	public enum State {

		/** The mail waits for its first attempt or a retry. */
		PENDING,
		/** The mail server accepted the mail. */
		SENT,
		/** The mail server rejected the mail, or all attempts failed. */
		FAILED

	}

}
