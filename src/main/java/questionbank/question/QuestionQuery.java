package questionbank.question;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.util.UriUtils;

import questionbank.web.ErrorCode;
import questionbank.web.Paging;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * What an address asks of a list, as it was typed, right or wrong, so that it can be
 * shown again. Only one that has been {@linkplain #check checked} can be turned into a
 * filter.
 */
public record QuestionQuery(String q, List<String> difficulty, List<String> topic, String sort, String page) {

	/** Every question, in order of number. */
	public static final QuestionQuery ALL = new QuestionQuery(null, null, null, null, null);

	private static final int LONGEST = 200;

	private static final int MOST_TOPICS = 20;

	public QuestionQuery(@Nullable String q, @Nullable List<String> difficulty, @Nullable List<String> topic,
			@Nullable String sort, @Nullable String page) {
		this.q = UnicodeText.typed(q);
		this.difficulty = SelectOptions.selected(difficulty, MOST_TOPICS);
		this.topic = SelectOptions.selected(topic, MOST_TOPICS);
		this.sort = UnicodeText.typed(sort);
		this.page = UnicodeText.typed(page);
	}

	/** Notes beside each part what is wrong with it. */
	public void check(Predicate<String> isTopic, Errors errors) {
		if (this.q.codePointCount(0, this.q.length()) > LONGEST) {
			errors.rejectValue("q", "long", "Please search with at most " + LONGEST + " characters.");
		}
		else if (this.q.codePoints().anyMatch((c) -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
			errors.rejectValue("q", "control",
					"The search has characters in it that cannot be read. Please type it again.");
		}
		for (var name : this.difficulty) {
			if (SelectOptions.named(Difficulty.values(), name).isEmpty()) {
				errors.rejectValue("difficulty", "unknown",
						"“" + shown(name) + "” is not a difficulty. There are easy, medium and hard.");
			}
		}
		if (this.topic.size() > MOST_TOPICS) {
			errors.rejectValue("topic", "many", "Please choose at most " + MOST_TOPICS + " topics.");
			return;
		}
		for (var slug : this.topic) {
			if (!isTopic.test(slug)) {
				errors.rejectValue("topic", "unknown", "No question has the topic “" + shown(slug) + "”.");
			}
		}
		if (!this.sort.isEmpty() && SelectOptions.named(QuestionSort.values(), this.sort).isEmpty()) {
			errors.rejectValue("sort", "unknown", "A list cannot be sorted by “" + shown(this.sort)
					+ "”. It can be by relevance, number, newest or difficulty.");
		}
		if (!this.page.isEmpty() && !this.page.matches("0*[1-9][0-9]{0,14}")) {
			errors.rejectValue("page", "number",
					"“" + shown(this.page) + "” is not a page. Pages are numbered from 1.");
		}
	}

	/** Notes that the list ends before the page that is asked for. */
	public void rejectPage(Paging paging, long total, Errors errors) {
		errors.rejectValue("page", ErrorCode.NOT_FOUND,
				(total > QuestionCatalogue.REACH)
						? "Only the first " + paging.last() + " pages can be opened. Narrow the list to see the others."
						: "There is no page " + shown(this.page) + ". The list ends with page " + paging.last() + ".");
	}

	/** What it asks for; only of one that has been checked. */
	public QuestionFilter filter() {
		var difficulties = EnumSet.noneOf(Difficulty.class);
		this.difficulty.forEach((name) -> SelectOptions.named(Difficulty.values(), name).ifPresent(difficulties::add));
		return new QuestionFilter(this.q, difficulties, Set.copyOf(this.topic), order());
	}

	/** The order asked for, or the one that suits what is asked. */
	public QuestionSort order() {
		return SelectOptions.named(QuestionSort.values(), this.sort).filter(orders()::contains).orElse(usualOrder());
	}

	/** The order that suits what is asked. */
	public QuestionSort usualOrder() {
		return this.q.isEmpty() ? QuestionSort.NUMBER : QuestionSort.RELEVANCE;
	}

	/**
	 * The orders to choose from: without words, nothing is a better match than another.
	 */
	public List<QuestionSort> orders() {
		return this.q.isEmpty() ? List.of(QuestionSort.NUMBER, QuestionSort.NEWEST, QuestionSort.DIFFICULTY)
				: List.of(QuestionSort.values());
	}

	/** The page asked for, from 1; only of one that has been checked. */
	public long pageNumber() {
		return this.page.isEmpty() ? 1 : Long.parseLong(this.page);
	}

	public boolean isNarrowed() {
		return !this.q.isEmpty() || !this.difficulty.isEmpty() || !this.topic.isEmpty();
	}

	/** The address of this list. */
	public String address() {
		return at("/questions", "");
	}

	/** The address of a page of this list. */
	public String page(long number) {
		return at("/questions", (number == 1) ? "" : Long.toString(number));
	}

	/** The address of a question that remembers this list. */
	public String question(long id) {
		return at("/questions/" + id, "");
	}

	/** The address of another room's page about this list, with its order. */
	public String at(String path) {
		return at(path, "");
	}

	/** The address that leads to any question of this list. */
	public String random() {
		return at("/questions/random", "");
	}

	/** The same list, on other topics. */
	public QuestionQuery about(List<String> topics) {
		return new QuestionQuery(this.q, this.difficulty, topics, this.sort, this.page);
	}

	/** The same list, found by other words. */
	QuestionQuery searching(String words) {
		return new QuestionQuery(words, this.difficulty, this.topic, this.sort, null);
	}

	/** The same list, of whatever difficulty. */
	QuestionQuery ofAnyDifficulty() {
		return new QuestionQuery(this.q, null, this.topic, this.sort, null);
	}

	/** The same list, on whatever topic. */
	QuestionQuery onAnyTopic() {
		return new QuestionQuery(this.q, this.difficulty, null, this.sort, null);
	}

	private String at(String path, String page) {
		var more = new LinkedHashMap<String, List<String>>();
		more.put("sort", List.of(this.sort));
		more.put("page", List.of(page));
		return at(path, more);
	}

	/**
	 * The address of a page to which this filter says what it is about.
	 * @param more what else is asked of that page, in the order of the address
	 */
	public String at(String path, Map<String, List<String>> more) {
		var parameters = new ArrayList<String>();
		add(parameters, "q", List.of(this.q));
		add(parameters, "difficulty", this.difficulty);
		add(parameters, "topic", this.topic);
		more.forEach((name, values) -> add(parameters, name, values));
		return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
	}

	private static void add(List<String> parameters, String name, List<String> values) {
		values.stream()
			.filter(Predicate.not(String::isEmpty))
			.map((value) -> name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8))
			.forEach(parameters::add);
	}

	private static String shown(String typed) {
		return (typed.length() > 60) ? typed.substring(0, 60) + "…" : typed;
	}

}
