package questionbank.operations;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import questionbank.web.UnicodeText;

/**
 * Logback filter that deduplicates warnings and errors: logs the first, and the number of
 * repetitions once a minute. Two events are equal if their loggers are, and the class,
 * SQL state and origin of their root causes; without an exception, if their messages are.
 * In a {@link DatabaseOutage}, which fails every request at another place and is logged
 * by several libraries on the way, the class and SQL state are enough. Numbers in
 * messages of libraries are ignored, since HikariCP numbers its connections. Logback's
 * {@code DuplicateMessageFilter} counts nothing and never logs a message again.
 */
@Component
class RepeatedFailures extends TurboFilter implements DisposableBean {

	/**
	 * The maximum number of tracked failures; further ones are logged each time.
	 */
	private static final int LIMIT = 1_000;

	/** The number of failures that are remembered for the page about the installation. */
	private static final int LAST = 20;

	private static final int LENGTH = 300;

	/** The interval at which repetitions are logged. */
	private static final String INTERVAL = "${questionbank.log.repetition-interval:1m}";

	/**
	 * The prefix of this program's loggers, in whose messages numbers are significant.
	 */
	private static final String OWN = RepeatedFailures.class.getPackageName().replaceFirst("[^.]+$", "");

	/** Stands for all loggers of failures in an outage. */
	private static final String OUTAGE = "Database outage";

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private final Map<Failure, LongAdder> repetitions = new ConcurrentHashMap<>();

	private final Deque<LoggedFailure> last = new ArrayDeque<>();

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Logger logger = this.context.getLogger(RepeatedFailures.class);

	private final Clock clock;

	RepeatedFailures(Clock clock) {
		this.clock = clock;
		// Loads the classes for a failure: without file handles, none can be loaded, and
		// an error while Tomcat logs that it cannot accept ends its acceptor thread.
		this.repetitions.remove(Failure.of("", "", null, new SQLException("")));
		remember(Level.WARN, "", null, new SQLException(""));
		this.last.clear();
		this.context.addTurboFilter(this);
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] arguments, @Nullable Throwable thrown) {
		// Without a format, the call only tests whether the level is enabled.
		if (format == null || !level.isGreaterOrEqual(Level.WARN) || !level.isGreaterOrEqual(logger.getEffectiveLevel())
				|| logger == this.logger) {
			return FilterReply.NEUTRAL;
		}
		var failure = Failure.of(logger.getName(), format, arguments, thrown);
		var repeated = this.repetitions.get(failure);
		if (repeated != null) {
			repeated.increment();
			return FilterReply.DENY;
		}
		if (this.repetitions.size() < LIMIT) {
			this.repetitions.putIfAbsent(failure, new LongAdder());
		}
		remember(level, format, arguments, thrown);
		return FilterReply.NEUTRAL;
	}

	private void remember(Level level, String format, Object @Nullable [] arguments, @Nullable Throwable thrown) {
		var message = MessageFormatter.basicArrayFormat(format, arguments);
		var cause = (thrown != null) ? thrown : MessageFormatter.getThrowableCandidate(arguments);
		var text = (cause != null) ? message + ": " + NestedExceptionUtils.getMostSpecificCause(cause) : message;
		synchronized (this.last) {
			this.last.addFirst(
					new LoggedFailure(this.clock.instant(), level.toString(), UnicodeText.abbreviate(text, LENGTH)));
			if (this.last.size() > LAST) {
				this.last.removeLast();
			}
		}
	}

	/** Returns the last twenty logged warnings and errors, the newest first. */
	List<LoggedFailure> last() {
		synchronized (this.last) {
			return List.copyOf(this.last);
		}
	}

	/**
	 * A logged warning or error.
	 *
	 * @param level its level, {@code WARN} or {@code ERROR}
	 * @param text its message with the root cause, abbreviated to 300 characters
	 */
	record LoggedFailure(Instant at, String level, String text) {
	}

	/** Logs the repetitions since the last call, and forgets failures without any. */
	@Scheduled(fixedRateString = INTERVAL, initialDelayString = INTERVAL)
	void report() {
		this.repetitions.forEach((failure, count) -> {
			var times = count.sumThenReset();
			if (times > 0) {
				this.logger.warn("Repeated {} times since the last report: {}: {}", times, failure.logger,
						failure.description);
			}
			else {
				this.repetitions.remove(failure);
			}
		});
	}

	@Override
	public void destroy() {
		report();
		this.context.getTurboFilterList().remove(this);
	}

	/**
	 * Identity of a failure, equal for its repetitions.
	 *
	 * @param logger the name of the logger, or {@link #OUTAGE}
	 * @param description the message without its numbers, or the class of the root cause
	 * with the SQL state
	 * @param origin the innermost method of this program on the stack of the root cause
	 */
	private record Failure(String logger, String description, String origin) {

		static Failure of(String logger, String format, Object @Nullable [] arguments, @Nullable Throwable thrown) {
			var failure = (thrown != null) ? thrown : MessageFormatter.getThrowableCandidate(arguments);
			if (failure == null) {
				var message = MessageFormatter.basicArrayFormat(format, arguments);
				return new Failure(logger, logger.startsWith(OWN) ? message : withoutNumbers(message), "");
			}
			var root = NestedExceptionUtils.getMostSpecificCause(failure);
			var state = (root instanceof SQLException ex) ? " " + ex.getSQLState() : "";
			var description = root.getClass().getName() + state;
			if (DatabaseOutage.isCauseOf(failure)) {
				return new Failure(OUTAGE, description, "");
			}
			var origin = Arrays.stream(root.getStackTrace())
				.map(Failure::method)
				.filter((method) -> method.startsWith(OWN))
				.findFirst()
				.orElse("");
			return new Failure(logger, description, origin);
		}

		private static String withoutNumbers(String message) {
			return NUMBER.matcher(message).replaceAll("…");
		}

		private static String method(StackTraceElement frame) {
			return frame.getClassName() + "." + frame.getMethodName();
		}

	}

}
