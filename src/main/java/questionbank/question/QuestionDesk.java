package questionbank.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FieldProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.validation.Errors;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionCatalogue.Slice.Relaxation;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/** The facade for administrators: lists of all questions, whatever their status. */
@Service
public class QuestionDesk {

	private static final int MAX_AUTHORS = 100;

	private static final int MAX_TOPICS = 10_000;

	private final QuestionSearch search;

	private final DeskSearch deskSearch;

	private final QuestionCounts counts;

	private final QuestionIndex index;

	private final UsageColumns columns;

	private final QuestionSummaries summaries;

	private final BankState state;

	QuestionDesk(QuestionSearch search, DeskSearch deskSearch, QuestionCounts counts, QuestionIndex index,
			UsageColumns columns, QuestionSummaries summaries, BankState state) {
		this.search = search;
		this.deskSearch = deskSearch;
		this.counts = counts;
		this.index = index;
		this.columns = columns;
		this.summaries = summaries;
		this.state = state;
	}

	/**
	 * Returns a page of a list.
	 * @param offset of the first question, less than {@link QuestionCatalogue#REACH}
	 * @param limit the size of the page
	 */
	public Slice list(QuestionFilter filter, Filter desk, Viewer viewer, int offset, int limit) {
		var columns = this.columns.values();
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> {
			var found = session.search(scope)
				.select(Row.class)
				.where(this.deskSearch.matching(scope.predicate(), filter, desk, viewer, query))
				.sort(this.deskSearch.order(scope, filter, desk, columns))
				.fetch(offset, limit);
			return new Slice(found.hits(), found.total().hitCount(), columns, Relaxation.of(query));
		});
	}

	/** Tells whether there is a {@link UsageColumn} with a slug. */
	public boolean hasColumn(String slug) {
		return this.columns.has(slug);
	}

	/** Returns the state of the bank: a number that grows with every revision. */
	public long state() {
		return this.state.revision();
	}

	/** Returns the prompts of all questions that are not retired, in order of number. */
	public Map<Long, String> prompts() {
		return this.summaries.prompts();
	}

	/** Finds those of the questions that are not retired. */
	public Set<Long> inUse(Collection<Long> ids) {
		return this.summaries.inUse(ids);
	}

	/** Tells whether the index has every question; not so while it is rebuilt. */
	public boolean isComplete() {
		return this.index.isComplete();
	}

	/** Returns the numbers of the questions in a list, up to a limit. */
	public List<Long> ids(QuestionFilter filter, Filter desk, Viewer viewer, int limit) {
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> session.search(scope)
			.select((f) -> f.id(Long.class))
			.where(this.deskSearch.matching(scope.predicate(), filter, desk, viewer, query))
			.sort((f) -> f.field("number").asc())
			.fetchHits(limit));
	}

	/** Returns the numbers of all questions in a list, in order of number. */
	public List<Long> numbers(QuestionFilter filter, Filter desk, Viewer viewer) {
		var query = this.counts.of(filter, viewer).query();
		return this.search.run((session, scope) -> session.search(scope)
			.select((f) -> f.id(Long.class))
			.where(this.deskSearch.matching(scope.predicate(), filter, desk, viewer, query))
			.sort((f) -> f.field("number").asc())
			.fetchAllHits());
	}

	/** Returns the authors of latest revisions, the most frequent first. */
	public List<String> authors() {
		return List.copyOf(count("changedBy", MAX_AUTHORS).keySet());
	}

	/** Counts the questions of each topic, the most frequent topic first. */
	public Map<String, Long> topics() {
		return count("topic", MAX_TOPICS);
	}

	private Map<String, Long> count(String field, int limit) {
		var key = AggregationKey.<Map<String, Long>>of(field);
		return this.search.run((session, scope) -> session.search(scope)
			.where((f) -> f.matchAll())
			.aggregation(key, (f) -> f.terms().field(field, String.class).maxTermCount(limit))
			.fetch(0)
			.aggregation(key));
	}

	/**
	 * Finds similar questions, the closest first: those whose prompts have at least half
	 * of the significant words of a text.
	 */
	public List<QuestionSummary> similar(String text, Viewer viewer, int limit) {
		return this.search.run((session, scope) -> session.search(scope)
			.select(QuestionSummary.class)
			.where(this.search.similar(scope.predicate(), text, viewer))
			.fetchHits(limit));
	}

	/**
	 * A slice of the list.
	 *
	 * @param total the number of questions in the whole list
	 * @param columns the usage counts, in the order of their columns
	 * @param relaxation the relaxation of a search without exact matches
	 */
	public record Slice(List<Row> rows, long total, List<UsageColumn.Values> columns, Relaxation relaxation) {
	}

	/** A question in the list. */
	@ProjectionConstructor
	public record Row(@IdProjection Long id, String prompt, Difficulty difficulty,
			@FieldProjection(path = "topic") List<String> topics, QuestionStatus status, Audience audience,
			String changedBy, Instant changedAt) {
	}

	/**
	 * The query parameters of the administrators' filter, as typed, so that invalid ones
	 * can be shown again. Must be {@linkplain #check validated} before it is converted to
	 * a filter.
	 */
	public record FilterQuery(List<String> status, String changedBy, String changedSince, List<String> without) {

		/** The names of the parameters. */
		public static final List<String> NAMES = List.of("status", "changedBy", "changedSince", "without");

		public FilterQuery(@Nullable List<String> status, @Nullable String changedBy, @Nullable String changedSince,
				@Nullable List<String> without) {
			this.status = SelectOptions.selected(status, QuestionStatus.values().length);
			this.changedBy = UnicodeText.typed(changedBy);
			this.changedSince = UnicodeText.typed(changedSince);
			this.without = SelectOptions.selected(without, Filter.Gap.values().length);
		}

		/** Validates the parameters, and rejects each invalid one. */
		public void check(Errors errors) {
			if (this.status.stream().anyMatch((slug) -> SelectOptions.named(QuestionStatus.values(), slug).isEmpty())) {
				errors.rejectValue("status", "unknown", "A status is draft, published or retired.");
			}
			if (this.without.stream().anyMatch((slug) -> SelectOptions.named(Filter.Gap.values(), slug).isEmpty())) {
				errors.rejectValue("without", "unknown", "What a question lacks is an answer, a topic or a change.");
			}
			if (!this.changedSince.isEmpty() && since().isEmpty()) {
				errors.rejectValue("changedSince", "date", "Write the date as 2026-05-01.");
			}
		}

		/** Converts valid parameters to a filter, with a sort order. */
		public Filter filter(Filter.Order order, String usage, boolean descending) {
			var statuses = EnumSet.noneOf(QuestionStatus.class);
			this.status.forEach((slug) -> SelectOptions.named(QuestionStatus.values(), slug).ifPresent(statuses::add));
			var gaps = EnumSet.noneOf(Filter.Gap.class);
			this.without.forEach((slug) -> SelectOptions.named(Filter.Gap.values(), slug).ifPresent(gaps::add));
			return new Filter(statuses, this.changedBy,
					since().map((day) -> day.atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(null), gaps, order, usage,
					descending);
		}

		/** Tells whether it filters. */
		public boolean isNarrowed() {
			return parameters().values().stream().flatMap(List::stream).anyMatch((value) -> !value.isEmpty());
		}

		/** Returns the values by parameter, empty ones too. */
		public Map<String, List<String>> parameters() {
			var parameters = new LinkedHashMap<String, List<String>>();
			parameters.put("status", this.status);
			parameters.put("changedBy", List.of(this.changedBy));
			parameters.put("changedSince", List.of(this.changedSince));
			parameters.put("without", this.without);
			return parameters;
		}

		private Optional<LocalDate> since() {
			try {
				return this.changedSince.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
						? Optional.of(LocalDate.parse(this.changedSince)) : Optional.empty();
			}
			catch (DateTimeParseException ex) {
				return Optional.empty();
			}
		}

	}

	/**
	 * The administrators' filter and sort order, in addition to {@link QuestionFilter}.
	 *
	 * @param statuses empty for all
	 * @param changedBy the author of the latest revision; empty for all
	 * @param changedSince the earliest time of the latest revision, or {@code null}
	 * @param gaps what makes a question need work, of which it has one; empty for all
	 * @param order the column to sort by
	 * @param usage the slug of the {@link UsageColumn} to sort by instead; empty for none
	 * @param descending {@code true} to reverse the order
	 */
	public record Filter(Set<QuestionStatus> statuses, String changedBy, @Nullable Instant changedSince, Set<Gap> gaps,
			Order order, String usage, boolean descending) {

		/** What makes a question need work. */
		public enum Gap {

			ANSWER("no answer"), TOPIC("no topic"), CHANGE("not changed for a year");

			private final String label;

			Gap(String label) {
				this.label = label;
			}

			/** Returns the label on pages. */
			public String label() {
				return this.label;
			}

			/** Returns the name in addresses. */
			public String slug() {
				return name().toLowerCase(Locale.ROOT);
			}

		}

		/** The columns by which the list can be sorted. */
		public enum Order {

			/** By the sort order of the {@link QuestionFilter}. */
			RELEVANCE(""),

			NUMBER("number"), DIFFICULTY("difficultyRank"), STATUS("status"), AUDIENCE("audience"),
			CHANGED("changedAt"), AUTHOR("changedBy");

			private final String field;

			Order(String field) {
				this.field = field;
			}

			/** Returns the index field. */
			String field() {
				return this.field;
			}

			/** Returns the name in addresses. */
			public String slug() {
				return name().toLowerCase(Locale.ROOT);
			}

		}

	}

	/**
	 * A column of usage counts in the administrators' list. Another room that uses
	 * questions contributes one as a bean, and the list can be sorted by it.
	 *
	 * @param slug the name in addresses, unique among all columns
	 * @param name the heading of the column
	 * @param isShare whether usages are shares
	 * @param usages supplies the usage of each question by number, without zeros; it may
	 * be slow, and is called at most once a minute
	 */
	public record UsageColumn(String slug, String name, boolean isShare, Supplier<Map<Long, Usage>> usages) {

		/** Creates a column of counts, without zeros. */
		public static UsageColumn ofCounts(String slug, String name, Supplier<Map<Long, Long>> counts) {
			return new UsageColumn(slug, name, false, () -> {
				var usages = new HashMap<Long, Usage>();
				counts.get().forEach((question, count) -> usages.put(question, new Usage(count, 0)));
				return usages;
			});
		}

		/**
		 * The usage of a question: a count, or a share of a count.
		 *
		 * @param total of which the count is a share; 0 for a plain count
		 */
		public record Usage(long count, long total) {

			private static final long MILLION = 1_000_000;

			/** Returns the key to sort by: shares in millionths. */
			long rank() {
				return (this.total == 0) ? this.count : this.count * MILLION / this.total;
			}

			private String text() {
				return (this.total == 0) ? "%,d".formatted(this.count)
						: "%d %% of %,d".formatted(Math.round(100.0 * this.count / this.total), this.total);
			}

		}

		/**
		 * The values of a column.
		 *
		 * @param usages the usage of each question, without zeros; {@code null} if
		 * counting failed
		 */
		public record Values(String slug, String name, boolean isShare, @Nullable Map<Long, Usage> usages) {

			/** Returns the usage of a question as text; a dash if it is not known. */
			public String text(long question) {
				var usage = (this.usages != null) ? this.usages.get(question) : null;
				return (usage != null) ? usage.text() : (this.usages != null && !this.isShare) ? "0" : "–";
			}

		}

	}

}
