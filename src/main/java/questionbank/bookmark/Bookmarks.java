package questionbank.bookmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import questionbank.practice.Learners;
import questionbank.question.QuestionFilter.Subset;

/**
 * Stores the bookmarks of learners. All changes expect that the transaction has locked
 * the learner.
 */
@Component
class Bookmarks {

	private final JdbcClient database;

	private final Clock clock;

	Bookmarks(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Finds the bookmarks of some questions, by question. */
	Map<Long, Bookmark> find(long learner, Collection<Long> questions) {
		if (questions.isEmpty()) {
			return Map.of();
		}
		return this.database.sql("select * from bookmark where learner_id = :learner and question_id in (:questions)")
			.param("learner", learner)
			.param("questions", questions)
			.query(Bookmarks::bookmark)
			.list()
			.stream()
			.collect(Collectors.toMap(Bookmark::question, Function.identity()));
	}

	/** Finds the starred questions, the latest first. */
	Subset findStarred(long learner) {
		return Subset.of(this.database.sql("""
				select question_id from bookmark where learner_id = :learner and starred_at is not null
				order by starred_at desc, question_id fetch first :limit rows only""")
			.param("learner", learner)
			.param("limit", Subset.MAX_IDS)
			.query(Long.class)
			.list());
	}

	/** Adds or removes a star; changes nothing if it is there, or not, already. */
	Bookmark star(long learner, long question, boolean starred) {
		var before = find(learner, question);
		if (before.isStarred() == starred) {
			return before;
		}
		return save(learner,
				new Bookmark(question, starred ? this.clock.instant() : null, before.note(), before.version()));
	}

	/**
	 * Saves a note.
	 * @param version the version that was edited
	 * @return the bookmark with the saved note; with another note, which is left as it
	 * is, if that was saved after the version (optimistic locking)
	 */
	Bookmark write(long learner, long question, String note, int version) {
		var before = find(learner, question);
		if (before.version() != version || before.note().equals(note)) {
			return before;
		}
		return save(learner, new Bookmark(question, before.starredAt(), note, before.version() + 1));
	}

	private Bookmark find(long learner, long question) {
		return find(learner, List.of(question)).getOrDefault(question, Bookmark.none(question));
	}

	private Bookmark save(long learner, Bookmark bookmark) {
		var updated = this.database.sql("""
				update bookmark set starred_at = :starred, note = :note, version = :version
				where learner_id = :learner and question_id = :question""")
			.param("learner", learner)
			.param("question", bookmark.question())
			.param("starred", offset(bookmark.starredAt()))
			.param("note", bookmark.note())
			.param("version", bookmark.version())
			.update();
		if (updated == 0) {
			this.database.sql("""
					insert into bookmark (learner_id, question_id, starred_at, note, version)
					values (:learner, :question, :starred, :note, :version)""")
				.param("learner", learner)
				.param("question", bookmark.question())
				.param("starred", offset(bookmark.starredAt()))
				.param("note", bookmark.note())
				.param("version", bookmark.version())
				.update();
		}
		return bookmark;
	}

	/**
	 * Merges the bookmarks: keeps every star, and both of two notes, one below the other.
	 */
	void move(long from, long to) {
		for (var bookmark : findAll(from)) {
			var other = find(to, bookmark.question());
			save(to, new Bookmark(bookmark.question(),
					(other.starredAt() != null) ? other.starredAt() : bookmark.starredAt(),
					merge(other.note(), bookmark.note()), Math.max(other.version(), bookmark.version()) + 1));
		}
	}

	private static String merge(String first, String second) {
		if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
			return first.isEmpty() ? second : first;
		}
		return first + "\n\n" + second;
	}

	/** Counts the stars and the notes. */
	List<Learners.Data.Count> count(long learner) {
		var all = findAll(learner);
		return List.of(new Learners.Data.Count(all.stream().filter(Bookmark::isStarred).count(), "star", "stars"),
				new Learners.Data.Count(all.stream().filter(Bookmark::hasNote).count(), "note", "notes"));
	}

	List<Bookmark.Export> export(long learner) {
		return findAll(learner).stream()
			.filter((bookmark) -> bookmark.isStarred() || bookmark.hasNote())
			.map((bookmark) -> new Bookmark.Export(bookmark.question(), bookmark.starredAt(), bookmark.note()))
			.toList();
	}

	private List<Bookmark> findAll(long learner) {
		return this.database.sql("select * from bookmark where learner_id = :learner order by question_id")
			.param("learner", learner)
			.query(Bookmarks::bookmark)
			.list();
	}

	private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

	private static Bookmark bookmark(ResultSet row, int number) throws SQLException {
		var starred = row.getObject("starred_at", OffsetDateTime.class);
		return new Bookmark(row.getLong("question_id"), (starred != null) ? starred.toInstant() : null,
				row.getString("note"), row.getInt("version"));
	}

}
