package questionbank.question;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.web.util.UriUtils;

import questionbank.question.QuestionFilter.Sort;
import questionbank.web.ErrorCode;
import questionbank.web.Paging;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The query parameters of a list, as typed, so that invalid ones can be shown again. Must
 * be {@linkplain #check validated} before it is converted to a filter.
 */
public record QuestionQuery(String q, List<String> difficulty, List<String> topic, List<String> audience,
		@Nullable String starred, String practised, String sort, String page) {

	/** All questions, by number. */
	public static final QuestionQuery ALL = new QuestionQuery(null, null, null, null, null, null);

	/**
	 * The parameters that filter by the practice of the learner who sends the request:
	 * {@code starred}, without a value, and {@code practised}.
	 */
	static final List<String> PERSONAL = List.of("starred", "practised");

	private static final String UNPRACTISED = "no";

	/** The values of {@code practised}: without a grade, last graded low, and due. */
	private static final List<String> PRACTISED = List.of(UNPRACTISED, "weak", "due");

	private static final int MAX_LENGTH = 200;

	private static final int MAX_TOPICS = 20;

	public QuestionQuery(@Nullable String q, @Nullable List<String> difficulty, @Nullable List<String> topic,
			@Nullable List<String> audience, @Nullable String starred, @Nullable String practised,
			@Nullable String sort, @Nullable String page) {
		this.q = UnicodeText.typed(q);
		this.difficulty = SelectOptions.selected(difficulty, MAX_TOPICS);
		this.topic = SelectOptions.selected(topic, MAX_TOPICS);
		this.audience = SelectOptions.selected(audience, Audience.values().length);
		this.starred = (starred != null) ? UnicodeText.typed(starred) : null;
		this.practised = UnicodeText.typed(practised);
		this.sort = UnicodeText.typed(sort);
		this.page = UnicodeText.typed(page);
	}

	/** Creates a query that does not depend on a learner. */
	public QuestionQuery(@Nullable String q, @Nullable List<String> difficulty, @Nullable List<String> topic,
			@Nullable List<String> audience, @Nullable String sort, @Nullable String page) {
		this(q, difficulty, topic, audience, null, null, sort, page);
	}

	/** Validates the parameters, and rejects each invalid one. */
	public void check(Predicate<String> isTopic, Errors errors) {
		if (this.q.codePointCount(0, this.q.length()) > MAX_LENGTH) {
			errors.rejectValue("q", "long", "Please search with at most " + MAX_LENGTH + " characters.");
		}
		else if (this.q.codePoints().anyMatch((c) -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
			errors.rejectValue("q", "control", "The search has control characters in it. Please type it again.");
		}
		rejectUnknown("difficulty", this.difficulty,
				(name) -> SelectOptions.named(Difficulty.values(), name).isPresent(),
				"“%s” is not a difficulty. Choose easy, medium or hard.", errors);
		if (this.audience.stream().anyMatch((slug) -> SelectOptions.named(Audience.values(), slug).isEmpty())) {
			errors.rejectValue("audience", "unknown", "An audience is everyone or interviewers.");
		}
		checkPersonal(errors);
		if (this.topic.size() > MAX_TOPICS) {
			errors.rejectValue("topic", "many", "Please choose at most " + MAX_TOPICS + " topics.");
			return;
		}
		rejectUnknown("topic", this.topic, isTopic, "No question has the topic “%s”.", errors);
		if (!this.sort.isEmpty() && SelectOptions.named(Sort.values(), this.sort).isEmpty()) {
			errors.rejectValue("sort", "unknown", "“" + abbreviated(this.sort)
					+ "” is not a sort order. Choose relevance, number, newest or difficulty.");
		}
		if (!this.page.isEmpty() && !this.page.matches("0*[1-9][0-9]{0,14}")) {
			errors.rejectValue("page", "number",
					"“" + abbreviated(this.page) + "” is not a page. Pages are numbered from 1.");
		}
	}

	private void checkPersonal(Errors errors) {
		if (this.starred != null && !this.starred.isEmpty()) {
			errors.rejectValue("starred", "unknown", "“" + abbreviated(this.starred)
					+ "” is not a value of starred. It has none: /questions?starred lists your starred questions.");
		}
		if (!this.practised.isEmpty() && !PRACTISED.contains(this.practised)) {
			errors.rejectValue("practised", "unknown",
					"“" + abbreviated(this.practised) + "” is not a value of practised. Choose no, weak or due.");
		}
	}

	private static void rejectUnknown(String field, List<String> values, Predicate<String> isKnown, String message,
			Errors errors) {
		var messages = values.stream()
			.filter(Predicate.not(isKnown))
			.map((value) -> message.formatted(abbreviated(value)))
			.toList();
		if (!messages.isEmpty()) {
			errors.rejectValue(field, "unknown", String.join(" ", messages));
		}
	}

	/** Rejects a page after the last one. */
	public void rejectPage(Paging paging, long total, Errors errors) {
		errors.rejectValue("page", ErrorCode.NOT_FOUND, (total > QuestionCatalogue.REACH)
				? "Only the first " + paging.last() + " pages can be opened. Filter or search to see the others."
				: "There is no page " + abbreviated(this.page) + ". The list ends with page " + paging.last() + ".");
	}

	/**
	 * Converts valid parameters to a filter, without the {@linkplain #personalFilters
	 * personal} ones, which {@link QuestionCatalogue#filter} resolves.
	 */
	public QuestionFilter filter() {
		var difficulties = EnumSet.noneOf(Difficulty.class);
		this.difficulty.forEach((name) -> SelectOptions.named(Difficulty.values(), name).ifPresent(difficulties::add));
		var audiences = EnumSet.noneOf(Audience.class);
		this.audience.forEach((slug) -> SelectOptions.named(Audience.values(), slug).ifPresent(audiences::add));
		return new QuestionFilter(this.q, difficulties, Set.copyOf(this.topic), audiences, order());
	}

	/** Returns the sort order: the chosen or the default one. */
	public Sort order() {
		return SelectOptions.named(Sort.values(), this.sort).filter(orders()::contains).orElse(defaultOrder());
	}

	/** Returns the default sort order. */
	public Sort defaultOrder() {
		return this.q.isEmpty() ? Sort.NUMBER : Sort.RELEVANCE;
	}

	/**
	 * Returns the available sort orders; without a search there is no relevance.
	 */
	public List<Sort> orders() {
		return this.q.isEmpty() ? List.of(Sort.NUMBER, Sort.NEWEST, Sort.DIFFICULTY) : List.of(Sort.values());
	}

	/** Returns the page number, from 1, of valid parameters. */
	public long pageNumber() {
		return this.page.isEmpty() ? 1 : Long.parseLong(this.page);
	}

	/** Tells whether it filters or searches. */
	public boolean isNarrowed() {
		return !this.q.isEmpty() || !this.difficulty.isEmpty() || !this.topic.isEmpty() || !this.audience.isEmpty()
				|| isPersonal();
	}

	/** Tells whether the list depends on the learner who sends the request. */
	public boolean isPersonal() {
		return isStarred() || !this.practised.isEmpty();
	}

	/** Tells whether it filters by stars. */
	public boolean isStarred() {
		return this.starred != null;
	}

	/** Returns the values of the personal filters, by parameter. */
	Map<String, String> personalFilters() {
		var filters = new LinkedHashMap<String, String>();
		if (this.starred != null) {
			filters.put("starred", this.starred);
		}
		if (!this.practised.isEmpty()) {
			filters.put("practised", this.practised);
		}
		return filters;
	}

	/** Returns the address of this list. */
	public String address() {
		return at("/questions", "");
	}

	/** Returns the address of a page of this list. */
	public String page(long number) {
		return at("/questions", (number == 1) ? "" : Long.toString(number));
	}

	/** Returns the address of a question, with this list in its parameters. */
	public String question(long id) {
		return at("/questions/" + id, "");
	}

	/** Returns the address of another room's page for this list, with its sort order. */
	public String at(String path) {
		return at(path, "");
	}

	/** Returns the address of a random question of this list. */
	public String random() {
		return at("/questions/random", "");
	}

	/**
	 * Returns the name of the topic if the list is the page of a topic: filtered by it,
	 * and by nothing else.
	 */
	Optional<String> topicName() {
		return (this.topic.size() == 1 && this.q.isEmpty() && this.difficulty.isEmpty() && this.audience.isEmpty())
				? Optional.of(this.topic.get(0).replace('-', ' ')) : Optional.empty();
	}

	/**
	 * Returns the heading of the list, which names the personal filters and the topic:
	 * "Starred questions about apis".
	 */
	String heading() {
		var words = new ArrayList<String>();
		if (isStarred()) {
			words.add("starred");
		}
		if (!this.practised.isEmpty() && !this.practised.equals(UNPRACTISED)) {
			words.add(this.practised);
		}
		words.add("questions");
		if (this.practised.equals(UNPRACTISED)) {
			words.add("not practised");
		}
		topicName().ifPresent((name) -> words.add("about " + name));
		return StringUtils.capitalize(String.join(" ", words));
	}

	/** Returns the canonical address of this page of the list: without the sort order. */
	public String canonical() {
		return new QuestionQuery(this.q, this.difficulty, this.topic, this.audience, null, null)
			.page(this.page.isEmpty() ? 1 : pageNumber());
	}

	/** Returns the search and the filters in effect, as typed, invalid ones too. */
	public List<Chip> chips() {
		var chips = new ArrayList<Chip>();
		if (!this.q.isEmpty()) {
			chips.add(new Chip("“" + abbreviated(this.q) + "”", withSearch("").address()));
		}
		this.difficulty.forEach((value) -> chips.add(new Chip(abbreviated(value),
				with(without(this.difficulty, value), this.topic, this.audience).address())));
		this.topic.forEach((value) -> chips.add(new Chip(abbreviated(value).replace('-', ' '),
				with(this.difficulty, without(this.topic, value), this.audience).address())));
		this.audience.forEach((value) -> chips.add(new Chip("for " + abbreviated(value),
				with(this.difficulty, this.topic, without(this.audience, value)).address())));
		if (this.starred != null) {
			chips.add(new Chip("starred", withPersonal(null, this.practised).address()));
		}
		if (!this.practised.isEmpty()) {
			chips.add(new Chip(this.practised.equals(UNPRACTISED) ? "not practised" : abbreviated(this.practised),
					withPersonal(this.starred, null).address()));
		}
		return List.copyOf(chips);
	}

	/** Returns the first page of the query with other values of the shared filters. */
	private QuestionQuery with(List<String> difficulties, List<String> topics, List<String> audiences) {
		return new QuestionQuery(this.q, difficulties, topics, audiences, this.starred, this.practised, this.sort,
				null);
	}

	/** Returns the first page of the query with other values of the personal filters. */
	private QuestionQuery withPersonal(@Nullable String starred, @Nullable String practised) {
		return new QuestionQuery(this.q, this.difficulty, this.topic, this.audience, starred, practised, this.sort,
				null);
	}

	private static List<String> without(List<String> values, String removed) {
		return values.stream().filter(Predicate.not(removed::equals)).toList();
	}

	/** Returns the query with other topics. */
	public QuestionQuery about(List<String> topics) {
		return new QuestionQuery(this.q, this.difficulty, topics, this.audience, this.starred, this.practised,
				this.sort, this.page);
	}

	/** Returns the query with another search. */
	QuestionQuery withSearch(String words) {
		return new QuestionQuery(words, this.difficulty, this.topic, this.audience, this.starred, this.practised,
				this.sort, null);
	}

	/** Returns the query without difficulties. */
	QuestionQuery withoutDifficulties() {
		return with(List.of(), this.topic, this.audience);
	}

	/** Returns the query without topics. */
	QuestionQuery withoutTopics() {
		return with(this.difficulty, List.of(), this.audience);
	}

	/** Returns the query without audiences. */
	QuestionQuery withoutAudiences() {
		return with(this.difficulty, this.topic, List.of());
	}

	/** Returns the query without filters by the learner. */
	QuestionQuery withoutPersonal() {
		return withPersonal(null, null);
	}

	/** Returns the address of this list, restricted to starred questions. */
	public String starredAddress() {
		return withPersonal("", null).address();
	}

	/** Returns the address of this list, restricted to a value of {@code practised}. */
	public String practisedAddress(String value) {
		return withPersonal(null, value).address();
	}

	private String at(String path, String page) {
		var more = new LinkedHashMap<String, List<String>>();
		more.put("sort", List.of(this.sort));
		more.put("page", List.of(page));
		return at(path, more);
	}

	/**
	 * Returns an address with the parameters of this filter.
	 * @param more further parameters, in the order of the address
	 */
	public String at(String path, Map<String, List<String>> more) {
		var parameters = new ArrayList<String>();
		add(parameters, "q", List.of(this.q));
		add(parameters, "difficulty", this.difficulty);
		add(parameters, "topic", this.topic);
		add(parameters, "audience", this.audience);
		if (this.starred != null) {
			parameters.add(this.starred.isEmpty() ? "starred"
					: "starred=" + UriUtils.encode(this.starred, StandardCharsets.UTF_8));
		}
		add(parameters, "practised", List.of(this.practised));
		more.forEach((name, values) -> add(parameters, name, values));
		return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
	}

	private static void add(List<String> parameters, String name, List<String> values) {
		values.stream()
			.filter(Predicate.not(String::isEmpty))
			.map((value) -> name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8))
			.forEach(parameters::add);
	}

	private static String abbreviated(String typed) {
		return UnicodeText.abbreviate(typed, 60);
	}

	/**
	 * A filter in effect.
	 *
	 * @param label the text on the chip
	 * @param address the address of the list without this filter
	 */
	public record Chip(String label, String address) {
	}

}
