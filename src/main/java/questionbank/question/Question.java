package questionbank.question;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.TermVector;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import questionbank.textanalysis.TextAnalysis;
import questionbank.web.Markdown;

/**
 * The present content of a question. It changes only as a whole, by a draft, with a
 * revision for each change. The annotations map it to the database and to the index.
 */
@Entity
@Indexed
class Question {

	@Id
	@DocumentId
	@GenericField(name = "number", projectable = Projectable.YES, sortable = Sortable.YES, aggregable = Aggregable.YES)
	private long id;

	/** Names the question in files, in every bank. */
	private String stableId;

	@FullTextField(analyzer = TextAnalysis.INDEX, projectable = Projectable.YES,
			termVector = TermVector.WITH_POSITIONS_OFFSETS)
	private String prompt;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@KeywordField(projectable = Projectable.YES, aggregable = Aggregable.YES)
	private Difficulty difficulty;

	@Column(length = QuestionDraft.ANSWER_LENGTH)
	private String sampleAnswer;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> keyPoints;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> probes;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@FullTextField(analyzer = TextAnalysis.INDEX, projectable = Projectable.YES, highlightable = Highlightable.PLAIN)
	@KeywordField(name = "topic", projectable = Projectable.YES, aggregable = Aggregable.YES)
	private List<String> topics;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@KeywordField(projectable = Projectable.YES, sortable = Sortable.YES, aggregable = Aggregable.YES)
	private QuestionStatus status;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@KeywordField(projectable = Projectable.YES, sortable = Sortable.YES, aggregable = Aggregable.YES)
	private Audience audience;

	private String source;

	/** The number of the latest revision, counted from 1 within this question. */
	private int version;

	/** The id of the latest revision, counted across the bank. */
	@GenericField(projectable = Projectable.YES, aggregable = Aggregable.YES)
	private long revision;

	@GenericField(sortable = Sortable.YES)
	private Instant createdAt;

	/** The first publication to the present audience; {@code null} before it. */
	private @Nullable Instant publishedAt;

	@GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
	private Instant changedAt;

	/** The author of the latest revision. */
	@KeywordField(projectable = Projectable.YES, sortable = Sortable.YES, aggregable = Aggregable.YES)
	private String changedBy;

	protected Question() {
	}

	Question(long id, String stableId, QuestionDraft draft, long revision, String author, Instant now) {
		this.id = id;
		this.stableId = stableId;
		this.createdAt = now;
		rewrite(draft, revision, author, now);
	}

	/** Replaces the content; revisions keep the former content. */
	final void rewrite(QuestionDraft draft, long revision, String author, Instant now) {
		this.prompt = draft.prompt();
		this.difficulty = draft.difficulty();
		this.sampleAnswer = draft.sampleAnswer();
		this.keyPoints = draft.keyPoints();
		this.probes = draft.probes();
		this.topics = draft.topics();
		if (this.audience == Audience.INTERVIEWERS && draft.audience() == Audience.EVERYONE) {
			this.publishedAt = null;
		}
		if (this.publishedAt == null && draft.status() == QuestionStatus.PUBLISHED) {
			this.publishedAt = now;
		}
		this.status = draft.status();
		this.audience = draft.audience();
		this.source = draft.source();
		this.version++;
		this.revision = revision;
		this.changedAt = now;
		this.changedBy = author;
	}

	QuestionDraft draft() {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, this.status, this.audience, this.source);
	}

	long id() {
		return this.id;
	}

	String stableId() {
		return this.stableId;
	}

	int version() {
		return this.version;
	}

	long revision() {
		return this.revision;
	}

	Instant changedAt() {
		return this.changedAt;
	}

	String changedBy() {
		return this.changedBy;
	}

	/** Returns the key points and follow-up questions, which are indexed as one field. */
	@FullTextField(name = "points", analyzer = TextAnalysis.INDEX, projectable = Projectable.YES,
			highlightable = Highlightable.PLAIN)
	@IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
	@Transient
	List<String> getPoints() {
		return Stream.concat(this.keyPoints.stream(), this.probes.stream()).toList();
	}

	/** Returns the answer without markup, for searches and excerpts. */
	@FullTextField(name = "answer", analyzer = TextAnalysis.INDEX, projectable = Projectable.YES,
			termVector = TermVector.WITH_POSITIONS_OFFSETS)
	@IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
	@Transient
	String getAnswerText() {
		return Markdown.toText(this.sampleAnswer);
	}

	/** Tells whether it has a sample answer, for the administrators' list. */
	@GenericField(name = "answered")
	@IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
	@Transient
	boolean isAnswered() {
		return !this.sampleAnswer.isBlank();
	}

	/** Returns the rank for sorting, as the names are not in order. */
	@GenericField(name = "difficultyRank", sortable = Sortable.YES)
	@IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
	@Transient
	int getDifficultyRank() {
		return this.difficulty.ordinal();
	}

}
