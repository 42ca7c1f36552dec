package questionbank.practice;

import questionbank.scheduling.Grade;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.UnicodeText;

/**
 * The grade of an answer as it was submitted.
 *
 * @param grade 1 to 4
 * @param version the number of the question's revision that was shown, from 1
 * @param covered the key points of that revision that the answer covered, from 0
 */
record GradeForm(String grade, String version, List<String> covered) {

	GradeForm(@Nullable String grade, @Nullable String version, @Nullable List<String> covered) {
		this.grade = UnicodeText.typed(grade);
		this.version = UnicodeText.typed(version);
		this.covered = (covered != null) ? covered : List.of();
	}

	void check(Errors errors) {
		if (!this.grade.matches("[1-4]")) {
			errors.rejectValue("grade", "unknown", "Please choose one: Again, Hard, Good or Easy.");
		}
		if (!this.version.matches("[1-9][0-9]{0,8}")
				|| !this.covered.stream().filter(Objects::nonNull).allMatch((one) -> one.matches("[0-9]|1[01]"))) {
			errors.rejectValue("covered", "unknown", "The key points could not be read. Please tick them again.");
		}
	}

	/** What was chosen; only of a form that has been checked. */
	Grade chosen() {
		return Grade.values()[Integer.parseInt(this.grade) - 1];
	}

	int shown() {
		return Integer.parseInt(this.version);
	}

	/** Whether a key point was ticked in the revision of that number. */
	public boolean hasTicked(int revision, int point) {
		return isOf(revision) && this.covered.contains(Integer.toString(point));
	}

	/** Whether the ticks refer to the revision of that number. */
	public boolean isOf(int revision) {
		return this.version.equals(Integer.toString(revision));
	}

	Set<Integer> ticked() {
		return this.covered.stream().filter(Objects::nonNull).map(Integer::valueOf).collect(Collectors.toSet());
	}

}
