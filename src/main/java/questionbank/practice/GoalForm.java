package questionbank.practice;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.question.Difficulty;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;
import questionbank.web.WholeNumber;

/**
 * The form of a practice goal, as it was typed.
 *
 * @param date as 2026-05-01; empty for none
 */
record GoalForm(String date, @NotEmpty(message = GoalForm.DAILY) @WholeNumber(max = PracticeGoal.MAXIMUM_DAILY_LIMIT,
		message = GoalForm.DAILY) String daily, List<String> difficulty, List<String> topic) {

	static final String DAILY = "Choose from 1 to " + PracticeGoal.MAXIMUM_DAILY_LIMIT + " questions a day.";

	private static final int MAX_TOPICS = 20;

	GoalForm(@Nullable String date, @Nullable String daily, @Nullable List<String> difficulty,
			@Nullable List<String> topic) {
		this.date = UnicodeText.typed(date);
		this.daily = UnicodeText.typed(daily);
		this.difficulty = SelectOptions.selected(difficulty, MAX_TOPICS);
		this.topic = SelectOptions.selected(topic, MAX_TOPICS);
	}

	/** Returns the form of a goal, without an interview that has passed. */
	static GoalForm of(PracticeGoal goal, LocalDate today) {
		return new GoalForm((goal.upcoming(today) != null) ? String.valueOf(goal.upcoming(today)) : "",
				Integer.toString(goal.dailyLimit()),
				goal.difficulties().stream().sorted().map(Difficulty::slug).toList(),
				goal.topics().stream().sorted().toList());
	}

	/** Returns a copy with other topics. */
	GoalForm withTopics(List<String> topics) {
		return new GoalForm(this.date, this.daily, this.difficulty, topics);
	}

	/** Rejects a day, difficulties and topics that cannot be practised for. */
	void check(LocalDate today, Predicate<String> isTopic, Errors errors) {
		if (!this.date.isEmpty() && day().isEmpty()) {
			errors.rejectValue("date", "date", "Write the day as 2026-05-01.");
		}
		day().ifPresent((day) -> {
			if (day.isBefore(today)) {
				errors.rejectValue("date", "past", "That day has passed. Choose today or a later day, or none.");
			}
			else if (day.isAfter(today.plusYears(1))) {
				errors.rejectValue("date", "far", "Choose a day within a year from now.");
			}
		});
		if (this.difficulty.stream().anyMatch((name) -> difficulty(name).isEmpty())) {
			errors.rejectValue("difficulty", "unknown", "The difficulties are easy, medium and hard.");
		}
		if (this.topic.size() > MAX_TOPICS) {
			errors.rejectValue("topic", "many", "Please choose at most " + MAX_TOPICS + " topics.");
		}
		else if (!this.topic.stream().allMatch(isTopic)) {
			errors.rejectValue("topic", "unknown", "No question has one of these topics any more.");
		}
	}

	/** Returns the goal; only of a form without errors. */
	PracticeGoal goal() {
		return new PracticeGoal(day().orElse(null), Integer.parseInt(this.daily),
				this.difficulty.stream().flatMap((name) -> difficulty(name).stream()).collect(Collectors.toSet()),
				Set.copyOf(this.topic));
	}

	private Optional<LocalDate> day() {
		try {
			return this.date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(this.date));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Difficulty> difficulty(String name) {
		return SelectOptions.named(Difficulty.values(), name);
	}

}
