package questionbank.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import questionbank.practice.PracticeStatus.FutureGrades;
import questionbank.scheduling.Card;
import questionbank.scheduling.Card.State;
import questionbank.scheduling.Fsrs;
import questionbank.scheduling.Grade;
import questionbank.scheduling.Memory;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Review;
import questionbank.scheduling.ReviewedCard;
import questionbank.scheduling.Scheduler;
import questionbank.scheduling.Timestamps;
import questionbank.scheduling.Workload;

/**
 * The cards of learners: a cache, in a table, of the replay of the review log in order of
 * time, by the memory model of the learner.
 * <p>
 * A review dated in the future was given while the clock was ahead, or the clock is
 * behind now; the log cannot tell which. It stays in the log and in the cache, but cards
 * read before its time exclude it.
 */
@Component
class Cards {

	private static final Logger logger = LoggerFactory.getLogger(Cards.class);

	/** A time after every review, within the range of every database. */
	private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	private static final String LOG = """
			select question_id, grade, graded_at from attempt
			where learner_id = :learner and counted and grade is not null""";

	private final JdbcClient database;

	private final JdbcTemplate batches;

	Cards(JdbcClient database, JdbcTemplate batches) {
		this.database = database;
		this.batches = batches;
	}

	/**
	 * Returns the memory model of a learner: with the fitted weights if they are in use.
	 */
	Fsrs model(long learner) {
		return this.database.sql("select weights from learner_weights where learner_id = :learner and kept and enabled")
			.param("learner", learner)
			.query((row, number) -> new Fsrs(numbers(row, "weights")))
			.optional()
			.orElse(Fsrs.DEFAULT);
	}

	/** Reads an array column. */
	static double[] numbers(ResultSet row, String column) throws SQLException {
		return Stream.of((Object[]) row.getArray(column).getArray())
			.mapToDouble((number) -> ((Number) number).doubleValue())
			.toArray();
	}

	private Scheduler scheduler(long learner) {
		return scheduler(model(learner));
	}

	private static Scheduler scheduler(Fsrs model) {
		return new Scheduler(model, Scheduler.RETENTION, true, Scheduler.Steps.ANSWERS);
	}

	/** Returns the cards of a learner as of now. */
	List<ReviewedCard> findAll(long learner, Instant now) {
		var cached = this.database.sql("select * from card where learner_id = :learner")
			.param("learner", learner)
			.query((row, number) -> card(row))
			.list();
		return cached.stream().flatMap((card) -> asOf(now, learner, card).stream()).toList();
	}

	/** Returns the cards of a learner as of a time, as a memory model computes them. */
	List<ReviewedCard> findAll(long learner, Instant time, Fsrs model) {
		var log = this.database.sql(LOG + " and graded_at <= :until order by graded_at, id")
			.param("learner", learner)
			.param("until", time.atOffset(ZoneOffset.UTC))
			.query(Cards::review)
			.list();
		return List.copyOf(replayed(log, scheduler(model)));
	}

	/** Returns the card of a learner for a question as of now. */
	Optional<ReviewedCard> find(long learner, long question, Instant now) {
		return cached(learner, question).flatMap((card) -> asOf(now, learner, card));
	}

	/** Returns the cards of a learner for some questions as of a time in the past. */
	List<ReviewedCard> findBefore(long learner, Collection<Long> questions, Instant time) {
		return List.copyOf(replayed(learner, log(learner, questions, time)));
	}

	private Optional<ReviewedCard> cached(long learner, long question) {
		return this.database.sql("select * from card where learner_id = :learner and question_id = :question")
			.param("learner", learner)
			.param("question", question)
			.query((row, number) -> card(row))
			.optional();
	}

	private Optional<ReviewedCard> asOf(Instant now, long learner, ReviewedCard cached) {
		return Timestamps.isAhead(cached.card().reviewedAt(), now)
				? replayed(learner, log(learner, List.of(cached.question()), Timestamps.latest(now))).stream()
					.findFirst()
				: Optional.of(cached);
	}

	/** Counts the grades of a learner that are dated in the future. */
	Optional<FutureGrades> findFuture(long learner, PracticeDays days, Instant now) {
		return this.database
			.sql("select count(*) as grades, max(graded_at) as last from attempt "
					+ "where learner_id = :learner and graded_at > :now")
			.param("learner", learner)
			.param("now", Timestamps.latest(now).atOffset(ZoneOffset.UTC))
			.query((row, number) -> (row.getLong("grades") > 0)
					? Optional.of(new FutureGrades(row.getLong("grades"), days.dayOf(timestamp(row, "last"))))
					: Optional.<FutureGrades>empty())
			.single();
	}

	/**
	 * Finds when the latest answers of a learner were given and graded, except in mock
	 * interviews.
	 */
	List<Workload.Answer> findTimes(long learner, int limit) {
		return this.database.sql("""
				select session_id, started_at, answered_at, graded_at, grade
				from attempt join practice_session on practice_session.id = session_id
				where attempt.learner_id = :learner and grade is not null and kind <> 'MOCK'
				order by graded_at desc, attempt.id desc fetch first :limit rows only""")
			.param("learner", learner)
			.param("limit", limit)
			.query((row, number) -> new Workload.Answer(row.getLong("session_id"), timestamp(row, "started_at"),
					timestamp(row, "answered_at"), timestamp(row, "graded_at"), Grade.valueOf(row.getString("grade"))))
			.list();
	}

	/** Computes the card after each possible grade. */
	Map<Grade, Card> next(long learner, Optional<ReviewedCard> before, long question, Instant now) {
		var scheduler = scheduler(learner);
		var cards = new LinkedHashMap<Grade, Card>();
		for (var grade : Grade.values()) {
			cards.put(grade, ReviewedCard.next(before.orElse(null), question, grade, now, scheduler));
		}
		return cards;
	}

	/**
	 * Updates the card of a review that is in the log already.
	 * @return the card as of the review
	 */
	ReviewedCard add(long learner, Review review) {
		var before = cached(learner, review.question());
		if (before.isPresent() && !before.get().card().reviewedAt().isBefore(review.at())) {
			logger.warn(
					"Review out of order for question {}, replaying: the log has one at {} (clock was ahead or is behind)",
					review.question(), before.get().card().reviewedAt());
			replay(learner, review.question());
			return find(learner, review.question(), review.at()).orElseThrow();
		}
		var after = ReviewedCard.after(before.orElse(null), review, scheduler(learner));
		if (before.isPresent()) {
			remove(learner, review.question());
		}
		insert(learner, List.of(after));
		return after;
	}

	/** Replays the log of a learner for a question. */
	void replay(long learner, long question) {
		remove(learner, question);
		insert(learner, replayed(learner, log(learner, List.of(question), END)));
	}

	/** Replays the log of a learner for all questions. */
	void replay(long learner) {
		this.database.sql("delete from card where learner_id = :learner").param("learner", learner).update();
		insert(learner,
				replayed(learner,
						this.database.sql(LOG + " order by graded_at, id")
							.param("learner", learner)
							.query(Cards::review)
							.list()));
	}

	private List<Review> log(long learner, Collection<Long> questions, Instant until) {
		return this.database
			.sql(LOG + " and question_id in (:questions) and graded_at <= :until order by graded_at, id")
			.param("learner", learner)
			.param("questions", questions)
			.param("until", until.atOffset(ZoneOffset.UTC))
			.query(Cards::review)
			.list();
	}

	private Collection<ReviewedCard> replayed(long learner, List<Review> log) {
		return replayed(log, scheduler(learner));
	}

	private static Collection<ReviewedCard> replayed(List<Review> log, Scheduler scheduler) {
		var cards = new LinkedHashMap<Long, ReviewedCard>();
		for (var review : log) {
			cards.put(review.question(), ReviewedCard.after(cards.get(review.question()), review, scheduler));
		}
		return cards.values();
	}

	private void remove(long learner, long question) {
		this.database.sql("delete from card where learner_id = :learner and question_id = :question")
			.param("learner", learner)
			.param("question", question)
			.update();
	}

	private void insert(long learner, Collection<ReviewedCard> cards) {
		this.batches.batchUpdate("""
				insert into card (learner_id, question_id, state, step, stability, difficulty, reviewed_at, due_at,
					reviews, first_grade)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				cards.stream()
					.map((card) -> new Object[] { learner, card.question(), card.card().state().name(),
							card.card().step(), card.card().memory().stability(), card.card().memory().difficulty(),
							card.card().reviewedAt().atOffset(ZoneOffset.UTC),
							card.card().dueAt().atOffset(ZoneOffset.UTC), card.reviews(), card.first().name() })
					.toList());
	}

	static Review review(ResultSet row, int number) throws SQLException {
		return new Review(row.getLong("question_id"), Grade.valueOf(row.getString("grade")),
				timestamp(row, "graded_at"));
	}

	private static ReviewedCard card(ResultSet row) throws SQLException {
		return new ReviewedCard(row.getLong("question_id"),
				new Card(State.valueOf(row.getString("state")), row.getInt("step"),
						new Memory(row.getDouble("stability"), row.getDouble("difficulty")),
						timestamp(row, "reviewed_at"), timestamp(row, "due_at")),
				row.getInt("reviews"), Grade.valueOf(row.getString("first_grade")));
	}

	private static Instant timestamp(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
