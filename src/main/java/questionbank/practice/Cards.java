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

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import questionbank.practice.Card.State;

/**
 * Where learners stand with their questions. The log of reviews is what is true; this is
 * what follows from it, kept so that nobody has to wait.
 */
@Component
class Cards {

	private static final String LOG = """
			select question_id, grade, graded_at from attempt
			where learner_id = :learner and counted and grade is not null""";

	private final JdbcClient database;

	private final JdbcTemplate batches;

	private final Scheduler scheduler = new Scheduler(Fsrs.DEFAULT, Scheduler.RETENTION, true);

	Cards(JdbcClient database, JdbcTemplate batches) {
		this.database = database;
		this.batches = batches;
	}

	/** All that somebody has practised. */
	List<Practised> of(long learner) {
		return this.database.sql("select * from card where learner_id = :learner")
			.param("learner", learner)
			.query((row, number) -> practised(row))
			.list();
	}

	Optional<Practised> find(long learner, long question) {
		return this.database.sql("select * from card where learner_id = :learner and question_id = :question")
			.param("learner", learner)
			.param("question", question)
			.query((row, number) -> practised(row))
			.optional();
	}

	/** The card that each grade would lead to. */
	Map<Grade, Card> next(Optional<Practised> before, long question, Instant now) {
		var cards = new LinkedHashMap<Grade, Card>();
		for (var grade : Grade.values()) {
			cards.put(grade, Practised.next(before.orElse(null), question, grade, now, this.scheduler));
		}
		return cards;
	}

	/** Takes a review that was added at the end of the log. */
	Practised take(long learner, Review review) {
		var before = find(learner, review.question());
		var after = Practised.after(before.orElse(null), review, this.scheduler);
		if (before.isPresent()) {
			remove(learner, review.question());
		}
		insert(learner, List.of(after));
		return after;
	}

	/** Computes anew where somebody stands with a question. */
	void replay(long learner, long question) {
		remove(learner, question);
		insert(learner,
				standing(this.database.sql(LOG + " and question_id = :question order by graded_at, id")
					.param("learner", learner)
					.param("question", question)
					.query(Cards::review)
					.list()));
	}

	/** Computes anew where somebody stands with all that they have practised. */
	void replay(long learner) {
		this.database.sql("delete from card where learner_id = :learner").param("learner", learner).update();
		insert(learner,
				standing(this.database.sql(LOG + " order by graded_at, id")
					.param("learner", learner)
					.query(Cards::review)
					.list()));
	}

	private Collection<Practised> standing(List<Review> log) {
		var standing = new LinkedHashMap<Long, Practised>();
		for (var review : log) {
			standing.put(review.question(), Practised.after(standing.get(review.question()), review, this.scheduler));
		}
		return standing.values();
	}

	private void remove(long learner, long question) {
		this.database.sql("delete from card where learner_id = :learner and question_id = :question")
			.param("learner", learner)
			.param("question", question)
			.update();
	}

	private void insert(long learner, Collection<Practised> practised) {
		this.batches.batchUpdate("""
				insert into card (learner_id, question_id, state, step, stability, difficulty, reviewed_at, due_at,
					reviews, first_grade)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				practised.stream()
					.map((one) -> new Object[] { learner, one.question(), one.card().state().name(), one.card().step(),
							one.card().memory().stability(), one.card().memory().difficulty(),
							one.card().reviewedAt().atOffset(ZoneOffset.UTC),
							one.card().dueAt().atOffset(ZoneOffset.UTC), one.reviews(), one.first().name() })
					.toList());
	}

	private static Review review(ResultSet row, int number) throws SQLException {
		return new Review(row.getLong("question_id"), Grade.valueOf(row.getString("grade")), moment(row, "graded_at"));
	}

	private static Practised practised(ResultSet row) throws SQLException {
		return new Practised(row.getLong("question_id"),
				new Card(State.valueOf(row.getString("state")), row.getInt("step"),
						new Memory(row.getDouble("stability"), row.getDouble("difficulty")), moment(row, "reviewed_at"),
						moment(row, "due_at")),
				row.getInt("reviews"), Grade.valueOf(row.getString("first_grade")));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
