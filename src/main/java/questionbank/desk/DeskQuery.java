package questionbank.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDesk.Filter;
import questionbank.question.QuestionDesk.Filter.Gap;
import questionbank.question.QuestionDesk.FilterQuery;
import questionbank.question.QuestionDesk.UsageColumn;
import questionbank.question.QuestionQuery;
import questionbank.question.QuestionStatus;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The query parameters of the administrators' list, in addition to {@link QuestionQuery},
 * as typed.
 *
 * @param by the column to sort by, after a minus for descending order
 */
record DeskQuery(List<String> status, String changedBy, String changedSince, List<String> without, String by) {

	/** The options of the filters by several values, by parameter. */
	static final Map<String, List<Option>> MENUS = Map.of("status",
			Option.of(Arrays.stream(QuestionStatus.values()).map(QuestionStatus::slug)), "difficulty",
			Option.of(Arrays.stream(Difficulty.values()).map(Difficulty::slug)), "audience",
			Option.of(Arrays.stream(Audience.values()).map(Audience::slug)), "without",
			Arrays.stream(Gap.values()).map((gap) -> new Option(gap.slug(), gap.label())).toList());

	DeskQuery(@Nullable List<String> status, @Nullable String changedBy, @Nullable String changedSince,
			@Nullable List<String> without, @Nullable String by) {
		this.status = SelectOptions.selected(status, QuestionStatus.values().length);
		this.changedBy = UnicodeText.typed(changedBy);
		this.changedSince = UnicodeText.typed(changedSince);
		this.without = SelectOptions.selected(without, Gap.values().length);
		this.by = UnicodeText.typed(by);
	}

	/**
	 * Validates the parameters, and rejects each invalid one.
	 * @param isUsageColumn tells whether there is a {@link UsageColumn} with a slug
	 */
	void check(Predicate<String> isUsageColumn, Errors errors) {
		filters().check(errors);
		if (!this.by.isEmpty() && order().isEmpty() && !isUsageColumn.test(column())) {
			errors.rejectValue("by", "unknown", "There is no such column to sort by.");
		}
	}

	/** Converts valid parameters to a filter. */
	Filter filter() {
		return filters().filter(order().orElse(Filter.Order.RELEVANCE), order().isEmpty() ? column() : "",
				this.by.startsWith("-"));
	}

	private FilterQuery filters() {
		return new FilterQuery(this.status, this.changedBy, this.changedSince, this.without);
	}

	private Optional<Filter.Order> order() {
		return SelectOptions.named(Filter.Order.values(), column());
	}

	/**
	 * Returns the {@code aria-sort} of a column; {@code null} if it is not sorted.
	 * Without a search, the default order is that of numbers.
	 */
	public @Nullable String sorted(String column, QuestionQuery query) {
		var by = (this.by.isEmpty() && query.q().isEmpty()) ? "number" : this.by;
		return column.equals(by) ? "ascending" : by.equals("-" + column) ? "descending" : null;
	}

	/**
	 * Returns the address of the list sorted by a column, reversed if it already is.
	 */
	public String sortedBy(String column, QuestionQuery query) {
		return address(query, "ascending".equals(sorted(column, query)) ? "-" + column : column);
	}

	/** Returns the address of this list. */
	public String address(QuestionQuery query) {
		return address(query, this.by);
	}

	/** Returns the query string of a page of this list. */
	String queryString(QuestionQuery query, long page) {
		var address = address(query, this.by);
		var filters = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
		return (page == 1) ? filters : (filters.isEmpty() ? "" : filters + "&") + "page=" + page;
	}

	/** Returns the address of the form that changes all questions of this list. */
	public String bulk(QuestionQuery query) {
		return address("/questions/bulk", query, "all", "true");
	}

	/** Returns another room's address for the questions of this list. */
	public String at(String path, QuestionQuery query) {
		return query.at(path, filters().parameters());
	}

	private String address(QuestionQuery query, String by) {
		return address("/questions/desk", query, "by", by);
	}

	private String address(String path, QuestionQuery query, String name, String value) {
		var more = new LinkedHashMap<>(filters().parameters());
		more.put(name, List.of(value));
		return query.at(path, more);
	}

	private String column() {
		return this.by.startsWith("-") ? this.by.substring(1) : this.by;
	}

	/** An option of a filter by several values. */
	record Option(String slug, String label) {

		private static List<Option> of(Stream<String> slugs) {
			return slugs.map((slug) -> new Option(slug, slug)).toList();
		}

	}

}
