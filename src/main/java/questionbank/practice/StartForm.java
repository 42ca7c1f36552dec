package questionbank.practice;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionQuery;
import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The session that somebody asks for, as it was typed. Which questions it is about stands
 * in a {@link QuestionQuery} beside it.
 *
 * @param kind today, mock or free; one question is always practised freely
 * @param question the number of the one question, or empty
 * @param questions how many questions
 * @param minutes how long a mock interview takes
 * @param counted {@code true} if a free session counts
 * @param answer the answer to the one question, if it has been given already
 */
record StartForm(String kind, String question, String questions, String minutes, String counted,
		@Retained @Nullable String answer) {

	private static final int LONGEST = 240;

	private static final int USUAL_QUESTIONS = 5;

	/** Nobody goes on with a list that is longer to tell. */
	private static final int LONGEST_LIST = 4000;

	private static final int USUAL_MINUTES = 30;

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

	/** The same, with what is usual in a mock interview where nothing was typed. */
	StartForm offered() {
		return new StartForm(this.kind, this.question,
				this.questions.isEmpty() ? Integer.toString(USUAL_QUESTIONS) : this.questions,
				this.minutes.isEmpty() ? Integer.toString(USUAL_MINUTES) : this.minutes, this.counted, this.answer);
	}

	/** Notes beside each part what is wrong with it. */
	void check(Errors errors) {
		if (kindOf().isEmpty()) {
			errors.rejectValue("kind", "unknown", "A session is today, mock or free.");
		}
		if (!this.question.isEmpty() && one().isEmpty()) {
			errors.rejectValue("question", "number", "There is no such question.");
		}
		if (!this.questions.isEmpty() && !isWithin(this.questions, Practice.MOST)) {
			errors.rejectValue("questions", "number", "Choose from 1 to " + Practice.MOST + " questions.");
		}
		if (!this.minutes.isEmpty() && !isWithin(this.minutes, LONGEST)) {
			errors.rejectValue("minutes", "number", "Choose from 1 to " + LONGEST + " minutes.");
		}
		if (this.answer != null) {
			AnswerForm.of(this.answer).check(errors);
		}
	}

	/**
	 * What is asked for; only of a form that has been checked.
	 * @param asOf a state of the bank in which the topics of the query have these names
	 */
	SessionRequest wish(QuestionQuery query, long asOf) {
		var kind = kindOf().orElse(Kind.FREE);
		return new SessionRequest(kind, query.filter(), one().orElse(null),
				this.questions.isEmpty() ? (kind == Kind.MOCK) ? USUAL_QUESTIONS : ListPractice.AT_ONCE
						: Integer.parseInt(this.questions),
				(kind == Kind.MOCK)
						? Duration.ofMinutes(this.minutes.isEmpty() ? USUAL_MINUTES : Integer.parseInt(this.minutes))
						: null,
				kind != Kind.FREE || this.counted.equals("true"), title(kind, query), list(kind, query), asOf);
	}

	private @Nullable String list(Kind kind, QuestionQuery query) {
		var address = query.at(ListPractice.ADDRESS);
		return (kind == Kind.FREE && this.question.isEmpty() && address.length() <= LONGEST_LIST) ? address : null;
	}

	private String title(Kind kind, QuestionQuery query) {
		var about = Stream
			.of(Stream.of(query.q()).filter((words) -> !words.isEmpty()).map((words) -> "“" + words + "”"),
					query.difficulty().stream(), query.topic().stream().map((topic) -> topic.replace('-', ' ')))
			.flatMap((parts) -> parts)
			.collect(Collectors.joining(" · "));
		var name = switch (kind) {
			case TODAY -> "Today";
			case MOCK -> "Mock interview";
			case FREE -> this.question.isEmpty() ? "Free practice" : "Question " + this.question;
		};
		var title = about.isEmpty() ? name : name + ": " + about;
		return (title.length() > PracticeSession.TITLE_LENGTH)
				? title.substring(0, PracticeSession.TITLE_LENGTH - 1) + "…" : title;
	}

	boolean isToday() {
		return kindOf().filter((one) -> one == Kind.TODAY).isPresent();
	}

	private Optional<Kind> kindOf() {
		return SelectOptions.named(Kind.values(), this.kind);
	}

	/** The one question that it is about. */
	Optional<Long> one() {
		return this.question.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(this.question)) : Optional.empty();
	}

	private static boolean isWithin(String number, int most) {
		return number.matches("0*[1-9][0-9]{0,2}") && Integer.parseInt(number) <= most;
	}

}
