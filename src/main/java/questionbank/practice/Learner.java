package questionbank.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import questionbank.question.Difficulty;
import questionbank.scheduling.DueDates;
import questionbank.scheduling.PracticeDays;

/**
 * A learner, identified by an account or by the cookie of a browser, with a practice
 * goal.
 */
@Entity
class Learner {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private @Nullable Long personId;

	private @Nullable String tokenHash;

	private String zone;

	private @Nullable LocalDate interviewOn;

	private int dailyLimit;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> difficulties;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> topics;

	/** The state of the bank in which the topics had these names. */
	private long topicsAsOf;

	/**
	 * The time from which published questions are new, and not in the goal until they are
	 * added.
	 */
	private Instant questionsAsOf;

	/** The last decision to leave new questions out, or {@code null}. */
	private @Nullable Instant questionsLeftOutAt;

	private @Nullable String calendarHash;

	/** Whether the learner has data in another room, see {@link Learners.Data}. */
	private boolean marked;

	private Instant usedAt;

	protected Learner() {
	}

	private Learner(@Nullable Long personId, @Nullable String tokenHash, ZoneId zone, Instant now) {
		this.personId = personId;
		this.tokenHash = tokenHash;
		this.usedAt = now;
		this.questionsAsOf = now;
		this.zone = zone.getId();
		changeGoal(PracticeGoal.NONE, 0);
	}

	/** Creates a learner with an account. */
	static Learner ofAccount(long person, ZoneId zone, Instant now) {
		return new Learner(person, null, zone, now);
	}

	/**
	 * Creates a learner without an account, whose browser has the secret of this hash.
	 */
	static Learner ofBrowser(String tokenHash, ZoneId zone, Instant now) {
		return new Learner(null, tokenHash, zone, now);
	}

	/**
	 * Changes the goal.
	 * @param asOf the state of the bank in which the topics have these names
	 */
	final void changeGoal(PracticeGoal goal, long asOf) {
		this.interviewOn = goal.date();
		this.dailyLimit = goal.dailyLimit();
		this.difficulties = goal.difficulties().stream().map(Difficulty::name).sorted().toList();
		this.topics = goal.topics().stream().sorted().toList();
		this.topicsAsOf = asOf;
	}

	/** Adds the questions that were published until a time to the goal. */
	void addQuestions(Instant until) {
		this.questionsAsOf = until.isAfter(this.questionsAsOf) ? until : this.questionsAsOf;
	}

	/** Leaves the new questions that were published until a time out of the goal. */
	void leaveQuestionsOut(Instant until) {
		this.questionsLeftOutAt = until;
	}

	/** Sets the hash of the secret of the calendar feed, or {@code null} for no feed. */
	void changeCalendar(@Nullable String hash) {
		this.calendarHash = hash;
	}

	/** Changes the time zone, which determines the practice days from now on. */
	void changeZone(ZoneId zone) {
		this.zone = zone.getId();
	}

	/** Records that the learner has data in another room. */
	void mark() {
		this.marked = true;
	}

	/** Records the last use, from which the retention period counts. */
	void touch(Instant now) {
		this.usedAt = now;
	}

	/** Returns the goal, whose topics have the names of {@link #topicsAsOf}. */
	PracticeGoal goal() {
		return new PracticeGoal(this.interviewOn, this.dailyLimit,
				Set.copyOf(this.difficulties.stream().map(Difficulty::valueOf).toList()), Set.copyOf(this.topics));
	}

	/** Returns the format of due dates, which end with an interview ahead. */
	DueDates dueDates(PracticeDays days, Instant now) {
		return new DueDates(days, goal().upcoming(days.dateOf(now)), now);
	}

	/**
	 * Returns the state of the bank in which the topics had the names in {@link #goal}.
	 */
	long topicsAsOf() {
		return this.topicsAsOf;
	}

	/**
	 * Returns the time from which published questions are new, and not in the goal.
	 */
	Instant questionsAsOf() {
		return this.questionsAsOf;
	}

	/**
	 * Returns the time until which the learner has left new questions out, or
	 * {@code null}.
	 */
	@Nullable Instant questionsLeftOutAt() {
		return this.questionsLeftOutAt;
	}

	@Nullable String calendarHash() {
		return this.calendarHash;
	}

	@Nullable Long personId() {
		return this.personId;
	}

	/** Returns the time of the last use. */
	Instant usedAt() {
		return this.usedAt;
	}

	long id() {
		return this.id;
	}

	ZoneId zone() {
		return ZoneId.of(this.zone);
	}

}
