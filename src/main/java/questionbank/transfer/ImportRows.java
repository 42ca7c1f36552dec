package questionbank.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.format.QuestionEntry;
import questionbank.question.QuestionDraft;
import questionbank.transfer.ImportRow.Choice;
import questionbank.transfer.ImportRow.Kind;
import questionbank.web.UnicodeText;

/** Stores the rows of imports. */
@Component
class ImportRows {

	/** The number of rows that are read and written at once. */
	static final int CHUNK = 500;

	private static final int MAX_PROBLEMS = 3_900;

	private static final int MAX_REFUSAL = 900;

	private final JdbcTemplate template;

	private final JdbcClient database;

	/** A batch outside of a transaction would be committed row by row. */
	private final TransactionTemplate transaction;

	private final JsonMapper json = JsonMapper.builder().build();

	ImportRows(JdbcTemplate template, PlatformTransactionManager transactions) {
		this.template = template;
		this.transaction = new TransactionTemplate(transactions);
		this.database = JdbcClient.create(template);
	}

	/** Adds rows, with what was found in them. */
	void add(long id, List<ImportRow> rows) {
		write("""
				insert into question_import_row (kind, question_id, version, similar_id, similar_position, take,
				difficulty, topics, status, audience, draft, problems, taken, import_id, position, entry)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
				rows.stream().map((row) -> values(id, row, this.json.writeValueAsString(row.entry()))).toList());
	}

	/** Replaces what was found and chosen. */
	void update(long id, List<ImportRow> rows) {
		write("""
				update question_import_row set kind = ?, question_id = ?, version = ?, similar_id = ?,
				similar_position = ?, take = ?, difficulty = ?, topics = ?, status = ?, audience = ?, draft = ?,
				problems = ?, taken = ? where import_id = ? and position = ?""",
				rows.stream().map((row) -> values(id, row)).toList());
	}

	private Object[] values(long id, ImportRow row, Object... more) {
		var choice = row.choice();
		var values = Stream.of(row.kind().name(), row.question(), row.version(), row.similarQuestion(),
				row.similarPosition(), choice.take(), choice.difficulty(), choice.topics(), choice.status(),
				choice.audience(), json(row.draft()),
				UnicodeText.abbreviate(String.join("\n", row.problems()), MAX_PROBLEMS), row.taken(), id,
				row.position());
		return Stream.concat(values, Stream.of(more)).toArray();
	}

	private void write(String sql, List<Object[]> rows) {
		this.transaction.executeWithoutResult((status) -> this.template.batchUpdate(sql, rows));
	}

	private @Nullable String json(@Nullable QuestionDraft draft) {
		return (draft != null) ? this.json.writeValueAsString(draft) : null;
	}

	/** Stores why rows are not applied. */
	void refuse(long id, Map<Integer, String> refusals) {
		write("update question_import_row set refusal = ? where import_id = ? and position = ?",
				refusals.entrySet()
					.stream()
					.map((refusal) -> new Object[] { UnicodeText.abbreviate(refusal.getValue(), MAX_REFUSAL), id,
							refusal.getKey() })
					.toList());
	}

	/** Reads rows in order, up to {@link #CHUNK}. */
	List<ImportRow> after(long id, int position) {
		return after(id, position, "true");
	}

	/** Reads rows to apply in order, up to {@link #CHUNK}. */
	List<ImportRow> takenAfter(long id, int position) {
		return after(id, position, "taken");
	}

	/** Reads rows with errors, and rows that were not applied, up to {@link #CHUNK}. */
	List<ImportRow> rejectedAfter(long id, int position) {
		return after(id, position, "(kind = 'ERROR' or refusal <> '')");
	}

	/**
	 * Reads rows in the order of the primary key, all of whose columns are named: H2
	 * would sort them otherwise, all rows for each part.
	 */
	private List<ImportRow> after(long id, int position, String condition) {
		return this.database
			.sql("select * from question_import_row where import_id = ? and position > ? and " + condition
					+ " order by import_id, position fetch first ? rows only")
			.params(id, position, CHUNK)
			.query((row, number) -> read(row))
			.list();
	}

	/** Reads some rows. */
	List<ImportRow> at(long id, Collection<Integer> positions) {
		return positions.isEmpty() ? List.of()
				: this.database.sql("""
						select * from question_import_row where import_id = :id and position in (:positions)
						order by position""")
					.param("id", id)
					.param("positions", positions)
					.query((row, number) -> read(row))
					.list();
	}

	/** Reads a page of the rows of some kinds, errors first. */
	List<ImportRow> page(long id, Set<Kind> kinds, long offset, int limit) {
		var errors = kinds.contains(Kind.ERROR) ? first(id, Kind.ERROR, offset + limit) : List.<Integer>of();
		var others = kinds.stream()
			.filter((kind) -> kind != Kind.ERROR)
			.flatMap((kind) -> first(id, kind, offset + limit).stream())
			.sorted();
		var positions = Stream.concat(errors.stream(), others).skip(offset).limit(limit).toList();
		return at(id, positions).stream()
			.sorted(Comparator.comparingInt((row) -> positions.indexOf(row.position())))
			.toList();
	}

	/** Reads the first positions of a kind, from the index alone. */
	private List<Integer> first(long id, Kind kind, long count) {
		return this.database.sql("""
				select position from question_import_row where import_id = ? and kind = ?
				order by import_id, kind, position fetch first ? rows only""")
			.params(id, kind.name(), count)
			.query(Integer.class)
			.list();
	}

	/** Counts the rows of each kind. */
	Map<Kind, Long> counts(long id) {
		return counts(id, "true");
	}

	/** Counts the rows to apply of each kind. */
	Map<Kind, Long> taken(long id) {
		return counts(id, "taken and refusal = ''");
	}

	private Map<Kind, Long> counts(long id, String condition) {
		var counts = new EnumMap<Kind, Long>(Kind.class);
		this.database
			.sql("select kind, count(*) from question_import_row where import_id = ? and " + condition
					+ " group by kind")
			.param(id)
			.query((row) -> {
				counts.put(Kind.valueOf(row.getString(1)), row.getLong(2));
			});
		return counts;
	}

	/** Counts the rows that were to be applied, and were not. */
	long refused(long id) {
		return this.database.sql("select count(*) from question_import_row where import_id = ? and refusal <> ''")
			.param(id)
			.query(Long.class)
			.single();
	}

	private ImportRow read(ResultSet row) throws SQLException {
		var draft = row.getString("draft");
		return new ImportRow(row.getInt("position"), Kind.valueOf(row.getString("kind")),
				this.json.readValue(row.getString("entry"), QuestionEntry.class),
				row.getObject("question_id", Long.class), row.getObject("version", Integer.class),
				row.getObject("similar_id", Long.class), row.getObject("similar_position", Integer.class),
				new Choice(row.getString("take"), row.getString("difficulty"), row.getString("topics"),
						row.getString("status"), row.getString("audience")),
				(draft != null) ? this.json.readValue(draft, QuestionDraft.class) : null,
				row.getString("problems").lines().toList(), row.getBoolean("taken"), row.getString("refusal"));
	}

}
