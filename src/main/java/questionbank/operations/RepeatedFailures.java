package questionbank.operations;

import java.sql.SQLException;
import java.util.Arrays;
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

/**
 * Logs a repeated warning or error once, and its number once a minute for as long as it
 * repeats. Two events are the same if their loggers are, and the class, SQL state and
 * origin of the root cause; without an exception, if the messages are. In messages of
 * libraries, numbers make no difference: HikariCP numbers its connections. Logback's
 * {@code DuplicateMessageFilter} counts nothing and never logs a message again.
 */
@Component
class RepeatedFailures extends TurboFilter implements DisposableBean {

	/**
	 * How many different failures are tracked at once; those beyond are logged each time.
	 */
	private static final int LIMIT = 1_000;

	/** How often repetitions are logged. */
	private static final String INTERVAL = "${questionbank.log.repetition-interval:1m}";

	/** The loggers of this program, whose numbers tell an operator what is meant. */
	private static final String OWN = RepeatedFailures.class.getPackageName().replaceFirst("[^.]+$", "");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private final Map<Failure, LongAdder> repetitions = new ConcurrentHashMap<>();

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final Logger logger = this.context.getLogger(RepeatedFailures.class);

	RepeatedFailures() {
		this.context.addTurboFilter(this);
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] arguments, @Nullable Throwable thrown) {
		// Without a format, it is only asked whether the level is enabled.
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
		return FilterReply.NEUTRAL;
	}

	/** Logs what was repeated since the last call, and forgets what was not. */
	@Scheduled(fixedRateString = INTERVAL, initialDelayString = INTERVAL)
	void report() {
		this.repetitions.forEach((failure, count) -> {
			var times = count.sumThenReset();
			if (times > 0) {
				this.logger.warn("Repeated {} times since the last report: {}: {}", times, failure.logger,
						failure.what);
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
	 * What is the same in repetitions.
	 *
	 * @param logger the name of the logger
	 * @param what the message without its numbers, or the class of the root cause with
	 * the SQL state
	 * @param origin the innermost method of this program on the stack of the root cause
	 */
	private record Failure(String logger, String what, String origin) {

		static Failure of(String logger, String format, Object @Nullable [] arguments, @Nullable Throwable thrown) {
			var failure = (thrown != null) ? thrown : MessageFormatter.getThrowableCandidate(arguments);
			if (failure == null) {
				var message = MessageFormatter.basicArrayFormat(format, arguments);
				return new Failure(logger, logger.startsWith(OWN) ? message : withoutNumbers(message), "");
			}
			var root = NestedExceptionUtils.getMostSpecificCause(failure);
			var state = (root instanceof SQLException ex) ? " " + ex.getSQLState() : "";
			var origin = Arrays.stream(root.getStackTrace())
				.map(Failure::method)
				.filter((method) -> method.startsWith(OWN))
				.findFirst()
				.orElse("");
			return new Failure(logger, root.getClass().getName() + state, origin);
		}

		private static String withoutNumbers(String message) {
			return NUMBER.matcher(message).replaceAll("…");
		}

		private static String method(StackTraceElement frame) {
			return frame.getClassName() + "." + frame.getMethodName();
		}

	}

}
