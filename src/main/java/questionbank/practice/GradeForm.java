package questionbank.practice;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * How well somebody knew an answer, as it was sent.
 *
 * @param grade 1 to 4
 * @param covered the key points that it covered, from 0
 */
record GradeForm(String grade, List<String> covered) {

	GradeForm(@Nullable String grade, @Nullable List<String> covered) {
		this.grade = Objects.requireNonNullElse(grade, "").strip();
		this.covered = (covered != null) ? covered : List.of();
	}

	void check(Errors mistakes) {
		if (!this.grade.matches("[1-4]")) {
			mistakes.rejectValue("grade", "unknown", "Please choose one: Again, Hard, Good or Easy.");
		}
		if (!this.covered.stream().filter(Objects::nonNull).allMatch((one) -> one.matches("[0-9]|1[01]"))) {
			mistakes.rejectValue("covered", "unknown", "Please tick the key points again.");
		}
	}

	/** What was chosen; only of a form that has been checked. */
	Grade chosen() {
		return Grade.values()[Integer.parseInt(this.grade) - 1];
	}

	Set<Integer> ticked() {
		return this.covered.stream().filter(Objects::nonNull).map(Integer::valueOf).collect(Collectors.toSet());
	}

}
