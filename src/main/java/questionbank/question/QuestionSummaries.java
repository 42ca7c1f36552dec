package questionbank.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank.Publication;

/**
 * Reads summaries of questions from the database, for callers that have the numbers or
 * need all questions, and must not depend on the index. Long texts are not read.
 */
@Component
class QuestionSummaries {

	/**
	 * The maximum number of ids of a query; an array of H2 has at most 65,536 elements.
	 */
	private static final int BATCH = 50_000;

	private final JdbcClient database;

	QuestionSummaries(JdbcClient database) {
		this.database = database;
	}

	/** Finds those of the questions that the viewer may see. */
	Map<Long, QuestionSummary> find(Collection<Long> ids, Viewer viewer) {
		var all = List.copyOf(ids);
		var found = new HashMap<Long, QuestionSummary>();
		for (int from = 0; from < all.size(); from += BATCH) {
			read(all.subList(from, Math.min(all.size(), from + BATCH)), Visibility.of(viewer),
					(question) -> found.put(question.id(), question));
		}
		return found;
	}

	/** Counts the questions published after a time that the viewer may see. */
	List<QuestionSummary.Count> countPublishedAfter(Instant time, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.database.sql("""
				select difficulty, topics, count(*) as number from question
				where published_at > :time and status in (:statuses) and audience in (:audiences)
				group by difficulty, topics""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.param("statuses", visible.statusNames())
			.param("audiences", visible.audienceNames())
			.query((row, number) -> new QuestionSummary.Count(Difficulty.valueOf(row.getString("difficulty")),
					topics(row), row.getLong("number")))
			.list();
	}

	/** Finds those of some questions that were published after a time. */
	Set<Long> publishedAfter(Instant time, Collection<Long> ids) {
		return after("published_at", time, ids);
	}

	/** Finds those of any number of questions that were changed after a time. */
	Set<Long> changedAfter(Instant time, Collection<Long> ids) {
		return after("changed_at", time, ids);
	}

	private Set<Long> after(String column, Instant time, Collection<Long> ids) {
		var all = List.copyOf(ids);
		var found = new HashSet<Long>();
		for (int from = 0; from < all.size(); from += BATCH) {
			found.addAll(this.database.sql("select id from question where id = any(:ids) and " + column + " > :time")
				.param("ids",
						new SqlArrayValue("bigint", all.subList(from, Math.min(all.size(), from + BATCH)).toArray()))
				.param("time", time.atOffset(ZoneOffset.UTC))
				.query(Long.class)
				.set());
		}
		return found;
	}

	/** Reads all questions that the viewer may see, in order of number. */
	List<QuestionSummary> all(Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.database.sql("""
				select id, prompt, difficulty, topics, status, audience from question
				where status in (:statuses) and audience in (:audiences) order by id""")
			.param("statuses", visible.statusNames())
			.param("audiences", visible.audienceNames())
			.query((row, number) -> summary(row))
			.list();
	}

	/** Reads a batch of the published questions for everyone, in order of number. */
	List<Publication> published(long after, long upTo, int limit) {
		return this.database.sql("""
				select id, changed_at from question where id > ? and id <= ?
				and status = 'PUBLISHED' and audience = 'EVERYONE' order by id fetch first ? rows only""")
			.params(after, upTo, limit)
			.query((row, number) -> new Publication(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Returns the highest number of a published question for everyone; 0 without any. */
	long lastPublished() {
		return this.database
			.sql("select id from question where status = 'PUBLISHED' and audience = 'EVERYONE' "
					+ "order by id desc fetch first 1 rows only")
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/** Reads the prompts of all questions that are not retired, in order of number. */
	Map<Long, String> prompts() {
		var prompts = new LinkedHashMap<Long, String>();
		this.database.sql("select id, prompt from question where status <> 'RETIRED' order by id").query((row) -> {
			prompts.put(row.getLong(1), row.getString(2));
		});
		return prompts;
	}

	/** Finds those of a few questions that are not retired. */
	Set<Long> inUse(Collection<Long> ids) {
		return this.database.sql("select id from question where id = any(:ids) and status <> 'RETIRED'")
			.param("ids", new SqlArrayValue("bigint", ids.stream().distinct().toArray()))
			.query(Long.class)
			.set();
	}

	private void read(List<Long> ids, Visibility visible, Consumer<QuestionSummary> reader) {
		this.database.sql("""
				select id, prompt, difficulty, topics, status, audience from question
				where id = any(:ids) and status in (:statuses) and audience in (:audiences)""")
			.param("ids", new SqlArrayValue("bigint", ids.toArray()))
			.param("statuses", visible.statusNames())
			.param("audiences", visible.audienceNames())
			.query((row) -> {
				reader.accept(summary(row));
			});
	}

	private static QuestionSummary summary(ResultSet row) throws SQLException {
		return new QuestionSummary(row.getLong("id"), row.getString("prompt"),
				Difficulty.valueOf(row.getString("difficulty")), topics(row),
				QuestionStatus.valueOf(row.getString("status")), Audience.valueOf(row.getString("audience")));
	}

	private static List<String> topics(ResultSet row) throws SQLException {
		return Arrays.stream((Object[]) row.getArray("topics").getArray()).map(String.class::cast).toList();
	}

}
