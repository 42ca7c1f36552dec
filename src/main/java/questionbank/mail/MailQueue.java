package questionbank.mail;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

import questionbank.mail.Mailer.State;

/**
 * In-memory queue of mails with two threads, which start with the first mail. Logs
 * neither addresses nor texts: a text has the secret of a link, and the answer of a mail
 * server has the address.
 */
class MailQueue implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(MailQueue.class);

	/** The time between two confirmations of pending mails. */
	static final String CONFIRMATION = "PT1M";

	private static final int THREADS = 2;

	private static final int CAPACITY = 1_000;

	private static final Duration SHUTDOWN = Duration.ofSeconds(5);

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS, threads());

	private final Set<Long> pending = ConcurrentHashMap.newKeySet();

	private final JavaMailSender sender;

	private final MimeMessages messages;

	private final List<Duration> retries;

	private final Deliveries deliveries;

	MailQueue(JavaMailSender sender, MimeMessages messages, List<Duration> retries, Deliveries deliveries) {
		this.sender = sender;
		this.messages = messages;
		this.retries = List.copyOf(retries);
		this.deliveries = deliveries;
		this.executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/** Adds a mail, or fails it at once if the queue is full. */
	void add(Mail mail) {
		var id = this.deliveries.add(mail.reference());
		if (this.pending.size() >= CAPACITY) {
			logger.warn("Mail {} not sent: {} mails are waiting", id, CAPACITY);
			this.deliveries.change(id, State.FAILED);
			return;
		}
		this.pending.add(id);
		this.executor.execute(() -> attempt(id, mail, 0));
	}

	/** Prepares a mail in the background, and adds it; drops it if the queue is full. */
	void prepare(Supplier<Optional<Mail>> preparation) {
		if (this.executor.getQueue().size() >= CAPACITY) {
			logger.warn("Mail not prepared: {} mails are waiting", CAPACITY);
			return;
		}
		this.executor.execute(() -> {
			try {
				preparation.get().ifPresent(this::add);
			}
			catch (RuntimeException ex) {
				logger.warn("Mail not prepared: {}", ex.getClass().getSimpleName());
			}
		});
	}

	private void attempt(long id, Mail mail, int earlier) {
		try {
			if (!this.deliveries.isPending(id)) {
				this.pending.remove(id);
				return;
			}
			this.sender.send(this.messages.build(mail));
			finish(id, State.SENT);
			logger.info("Mail {} sent", id);
		}
		catch (MessagingException | RuntimeException ex) {
			if (earlier >= this.retries.size() || isPermanent(ex)) {
				finish(id, State.FAILED);
				logger.warn("Mail {} not sent after {} attempts: {}", id, earlier + 1, reason(ex));
				return;
			}
			var delay = this.retries.get(earlier);
			logger.info("Mail {} not sent, next attempt in {} s: {}", id, delay.toSeconds(), reason(ex));
			this.executor.schedule(() -> attempt(id, mail, earlier + 1), delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Confirms the pending mails, whose time of retries is configurable: those that a
	 * killed process had in memory are not confirmed, and shown as not sent.
	 */
	@Scheduled(fixedDelayString = CONFIRMATION)
	void confirm() {
		var ids = List.copyOf(this.pending);
		if (!ids.isEmpty()) {
			this.deliveries.confirm(ids);
		}
	}

	private void finish(long id, State state) {
		this.pending.remove(id);
		try {
			this.deliveries.change(id, state);
		}
		catch (RuntimeException ex) {
			logger.warn("State of mail {} not stored: {}", id, ex.getClass().getSimpleName());
		}
	}

	/** Whether a retry fails as well: the message or the address is rejected. */
	private static boolean isPermanent(Exception ex) {
		return ex instanceof MessagingException || ex instanceof MailSendException failed
				&& Arrays.stream(failed.getMessageExceptions()).anyMatch(MailQueue::hasInvalidAddress);
	}

	private static boolean hasInvalidAddress(Exception ex) {
		return ex instanceof SendFailedException failed && failed.getInvalidAddresses() != null
				&& failed.getInvalidAddresses().length > 0;
	}

	/** Describes a failure without the address of the recipient. */
	private static String reason(Exception ex) {
		var cause = (ex instanceof MailSendException failed && failed.getMessageExceptions().length > 0)
				? failed.getMessageExceptions()[0] : ex;
		var root = NestedExceptionUtils.getMostSpecificCause(cause);
		return (root instanceof IOException) ? root.toString() : root.getClass().getSimpleName();
	}

	/** Fails the mails that are not sent in time. */
	@Override
	public void destroy() throws InterruptedException {
		this.executor.shutdown();
		if (!this.executor.awaitTermination(SHUTDOWN.toSeconds(), TimeUnit.SECONDS)) {
			this.executor.shutdownNow();
		}
		this.pending.forEach((id) -> finish(id, State.FAILED));
	}

	private static CustomizableThreadFactory threads() {
		var threads = new CustomizableThreadFactory("mail-");
		threads.setDaemon(true);
		return threads;
	}

}
