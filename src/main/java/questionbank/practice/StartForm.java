package questionbank.practice;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionQuery;
import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.SlugOf;
import questionbank.web.UnicodeText;
import questionbank.web.WholeNumber;

/**
 * The form that starts a session, as it was typed. A {@link QuestionQuery} beside it
 * selects the questions.
 *
 * @param kind today, mock or free; a single question is always free practice
 * @param question the id of a single question, or empty
 * @param questions the number of questions
 * @param minutes the time limit of a mock interview
 * @param counted {@code false} to leave the plan as it is; with any other value, or none,
 * the grades count towards it
 * @param answer the answer to the single question, if the form has one
 */
record StartForm(@SlugOf(value = Kind.class, message = "A session is today, mock or free.") String kind,
		@Pattern(regexp = "([0-9]{1,18})?", message = "There is no such question.") String question,
		@WholeNumber(max = SessionStarter.MAXIMUM_QUESTIONS,
				message = "Choose from 1 to {max} questions.") String questions,
		@WholeNumber(max = 240, message = "Choose from 1 to {max} minutes.") String minutes, String counted,
		@Retained @ReadableText(label = AnswerForm.LABEL, max = Attempt.ANSWER_LENGTH,
				lines = true) @Nullable String answer) {

	private static final int DEFAULT_QUESTIONS = 5;

	private static final int DEFAULT_MINUTES = 30;

	/** The maximum length of a list's address, as the database column has it. */
	private static final int LIST_LENGTH = 4000;

	StartForm(@Nullable String kind, @Nullable String question, @Nullable String questions, @Nullable String minutes,
			@Nullable String counted, @Nullable String answer) {
		this.question = UnicodeText.typed(question);
		this.kind = this.question.isEmpty()
				? UnicodeText.typed(Objects.requireNonNullElse(kind, Kind.FREE.slug())).toLowerCase(Locale.ROOT)
				: Kind.FREE.slug();
		this.questions = UnicodeText.typed(questions);
		this.minutes = UnicodeText.typed(minutes);
		this.counted = UnicodeText.typed(counted);
		this.answer = (answer != null) ? AnswerForm.of(answer).answer() : null;
	}

	/** Returns a copy with the defaults of a mock interview in empty fields. */
	StartForm withDefaults() {
		return new StartForm(this.kind, this.question,
				this.questions.isEmpty() ? Integer.toString(DEFAULT_QUESTIONS) : this.questions,
				this.minutes.isEmpty() ? Integer.toString(DEFAULT_MINUTES) : this.minutes, this.counted, this.answer);
	}

	/** Returns the id of the single question; empty for a list. */
	Optional<Long> questionId() {
		return this.question.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(this.question)) : Optional.empty();
	}

	boolean isToday() {
		return sessionKind() == Kind.TODAY;
	}

	Kind sessionKind() {
		return SelectOptions.named(Kind.values(), this.kind).orElse(Kind.FREE);
	}

	/** Returns the maximum number of questions; only of a form without errors. */
	int count() {
		if (this.questions.isEmpty()) {
			return (sessionKind() == Kind.MOCK) ? DEFAULT_QUESTIONS : ListPractice.PART_SIZE;
		}
		return Integer.parseInt(this.questions);
	}

	/**
	 * Returns the time limit of a mock interview, else {@code null}; only of a form
	 * without errors.
	 */
	@Nullable Duration timeLimit() {
		if (sessionKind() != Kind.MOCK) {
			return null;
		}
		return Duration.ofMinutes(this.minutes.isEmpty() ? DEFAULT_MINUTES : Integer.parseInt(this.minutes));
	}

	/**
	 * Returns the minutes a question of a mock interview, as a guide, such as 6 or 2.5;
	 * empty if a field is wrong.
	 */
	public String minutesEach() {
		return (this.questions.matches("[1-9][0-9]{0,2}") && this.minutes.matches("[1-9][0-9]{0,2}"))
				? new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
					.format(Double.parseDouble(this.minutes) / Integer.parseInt(this.questions))
				: "";
	}

	/** Whether the grades count towards the plan; daily practice always does. */
	boolean isCounted() {
		return sessionKind() == Kind.TODAY || !isPlanLeft();
	}

	/** Whether the learner asked to leave the plan as it is. */
	public boolean isPlanLeft() {
		return this.counted.equals("false");
	}

	/** Returns the address of the list to practise in parts, if this is free practice. */
	Optional<String> list(QuestionQuery query) {
		return Optional.of(query.at(ListPractice.ADDRESS))
			.filter((address) -> sessionKind() == Kind.FREE && this.question.isEmpty()
					&& address.length() <= LIST_LENGTH);
	}

	private static String practised(QuestionQuery query) {
		return query.practised().equals("no") ? "not practised" : query.practised();
	}

	/** Returns the title of the session: its kind and the filters of the list. */
	String title(QuestionQuery query) {
		var filters = Stream
			.of(Stream.of(query.q()).filter((words) -> !words.isEmpty()).map((words) -> "“" + words + "”"),
					query.difficulty().stream(), query.topic().stream().map((topic) -> topic.replace('-', ' ')),
					Stream.of(query.isStarred() ? "starred" : "", practised(query)).filter((words) -> !words.isEmpty()))
			.flatMap((parts) -> parts)
			.collect(Collectors.joining(" · "));
		var name = switch (sessionKind()) {
			case TODAY -> "Daily practice";
			case MOCK -> "Mock interview";
			case FREE -> this.question.isEmpty() ? "Free practice" : "Question " + this.question;
		};
		var title = filters.isEmpty() ? name : name + ": " + filters;
		return (title.length() > PracticeSession.TITLE_LENGTH)
				? title.substring(0, PracticeSession.TITLE_LENGTH - 1) + "…" : title;
	}

}
