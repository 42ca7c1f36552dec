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

/**
 * Somebody who practises, with an account or under a cookie, and what they practise for.
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

	private Instant usedAt;

	protected Learner() {
	}

	private Learner(@Nullable Long personId, @Nullable String tokenHash, ZoneId zone, Instant now) {
		this.personId = personId;
		this.tokenHash = tokenHash;
		this.usedAt = now;
		this.zone = zone.getId();
		aimAt(PracticeGoal.NONE, 0);
	}

	/** Somebody with an account. */
	static Learner known(long person, ZoneId zone, Instant now) {
		return new Learner(person, null, zone, now);
	}

	/** Somebody without one, whose browser keeps a secret that has this hash. */
	static Learner unknown(String tokenHash, ZoneId zone, Instant now) {
		return new Learner(null, tokenHash, zone, now);
	}

	/**
	 * Practises for something else from now on.
	 * @param asOf the state of the bank in which the topics have these names
	 */
	final void aimAt(PracticeGoal aim, long asOf) {
		this.interviewOn = aim.date();
		this.dailyLimit = aim.dailyLimit();
		this.difficulties = aim.difficulties().stream().map(Difficulty::name).sorted().toList();
		this.topics = aim.topics().stream().sorted().toList();
		this.topicsAsOf = asOf;
	}

	/** Moves to a time zone, in which practice days are counted from now on. */
	void moveTo(ZoneId where) {
		this.zone = where.getId();
	}

	/** Notes the last use, from which the retention of a visitor counts. */
	void practise(Instant now) {
		this.usedAt = now;
	}

	/** What they practise for, with the topics by the names that they had then. */
	PracticeGoal aim() {
		return new PracticeGoal(this.interviewOn, this.dailyLimit,
				Set.copyOf(this.difficulties.stream().map(Difficulty::valueOf).toList()), Set.copyOf(this.topics));
	}

	/** The state of the bank in which the topics had the names of {@link #aim}. */
	long topicsAsOf() {
		return this.topicsAsOf;
	}

	/** Returns the last use. */
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
