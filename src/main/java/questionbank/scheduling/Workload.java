package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The expected work of a day: how many answers its questions take, and how long.
 *
 * @param answers the expected number of answers, repeats of the same day included
 * @param pace the time that an answer takes: the median of the learner's own answers, or
 * {@link #DEFAULT_PACE} while there are fewer than {@value #MINIMUM}
 * @param own whether the pace is the learner's own
 */
public record Workload(long answers, Duration pace, boolean own) {

	/** The assumed time of an answer. */
	static final Duration DEFAULT_PACE = Duration.ofMinutes(3);

	/** The number of answers from which the learner's own numbers are used. */
	static final int MINIMUM = 10;

	/** A longer time between the ends of two answers is a break. */
	private static final Duration BREAK = Duration.ofMinutes(20);

	/**
	 * Computes the expected work. Of new questions, those that are first graded Again or
	 * Hard are repeated on the same day, of others those graded Again.
	 * @param fresh the number of new questions
	 * @param others the number of other questions
	 * @param log the latest answers of the learner
	 */
	public static Workload of(int fresh, int others, FirstGrades firsts, List<Answer> log) {
		var missed = (log.size() < MINIMUM) ? 1 - Scheduler.RETENTION
				: (double) log.stream().filter((answer) -> answer.grade == Grade.AGAIN).count() / log.size();
		var repeats = fresh * (firsts.probability(Grade.AGAIN) + firsts.probability(Grade.HARD)) + others * missed;
		var times = times(log);
		var isOwn = times.size() >= MINIMUM;
		return new Workload(fresh + others + Math.round(repeats), isOwn ? times.get(times.size() / 2) : DEFAULT_PACE,
				isOwn);
	}

	/** Measures the answers, in ascending order. */
	private static List<Duration> times(List<Answer> log) {
		var last = new HashMap<Long, Instant>();
		var times = new ArrayList<Duration>();
		for (var answer : log.stream().sorted(Comparator.comparing(Answer::gradedAt)).toList()) {
			var before = last.put(answer.session, answer.gradedAt);
			time(before, answer.startedAt, answer.answeredAt, answer.gradedAt).ifPresent(times::add);
		}
		times.sort(Comparator.naturalOrder());
		return times;
	}

	/**
	 * Measures an answer from the end of the one before it in the same session, or from
	 * the start of the session. Returns empty for a break, and for the first answer if
	 * the session was started by sending it.
	 * @param before the end of the answer before it, or {@code null} if it is the first
	 */
	public static Optional<Duration> time(@Nullable Instant before, Instant startedAt, Instant answeredAt,
			Instant endedAt) {
		var time = Duration.between(Objects.requireNonNullElse(before, startedAt), endedAt);
		var isMeasured = before != null || answeredAt.isAfter(startedAt.plusSeconds(1));
		return Optional.of(time).filter((measured) -> isMeasured && measured.compareTo(BREAK) <= 0);
	}

	/** Returns the expected time in minutes, at least 1. */
	public long minutes() {
		return Math.max(1, Math.round(this.answers * this.pace.toSeconds() / 60.0));
	}

	/** Returns the pace in words, such as "3 min" or "2 min 30 s". */
	public String paceLabel() {
		var minutes = this.pace.toMinutes();
		var seconds = this.pace.toSecondsPart();
		return ((minutes > 0) ? minutes + " min" : "") + ((minutes > 0 && seconds > 0) ? " " : "")
				+ ((seconds > 0 || minutes == 0) ? seconds + " s" : "");
	}

	/**
	 * An answer of the learner that was graded.
	 *
	 * @param session the session it belongs to
	 * @param startedAt the start of the session
	 */
	public record Answer(long session, Instant startedAt, Instant answeredAt, Instant gradedAt, Grade grade) {
	}

}
