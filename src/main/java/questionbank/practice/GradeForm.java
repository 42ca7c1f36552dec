package questionbank.practice;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.scheduling.Grade;
import questionbank.web.UnicodeText;

/**
 * The form that grades an answer, as it was submitted.
 *
 * @param grade 1 to 4
 * @param version the number of the question's revision that was shown, from 1
 * @param covered the indexes of the key points that the answer covered, from 0
 */
record GradeForm(String grade, String version, List<String> covered) {

	GradeForm(@Nullable String grade, @Nullable String version, @Nullable List<String> covered) {
		this.grade = UnicodeText.typed(grade);
		this.version = UnicodeText.typed(version);
		this.covered = (covered != null) ? covered : List.of();
	}

	/** Rejects each invalid field. */
	void check(Errors errors) {
		if (!this.grade.matches("[1-4]")) {
			errors.rejectValue("grade", "unknown", "Please choose one: missed it, barely, well or easily.");
		}
		if (!this.version.matches("[1-9][0-9]{0,8}")
				|| !this.covered.stream().filter(Objects::nonNull).allMatch((index) -> index.matches("[0-9]|1[01]"))) {
			errors.rejectValue("covered", "unknown", "The key points could not be read. Please tick them again.");
		}
	}

	/** Returns the grade; only of a form without errors. */
	Grade chosenGrade() {
		return Grade.values()[Integer.parseInt(this.grade) - 1];
	}

	/** Returns the shown revision; only of a form without errors. */
	int shownRevision() {
		return Integer.parseInt(this.version);
	}

	/** Whether a key point of a revision is ticked. */
	public boolean hasTicked(int revision, int point) {
		return isOf(revision) && this.covered.contains(Integer.toString(point));
	}

	/** Returns the number of ticked key points. */
	public int ticked() {
		return (int) this.covered.stream().filter(Objects::nonNull).distinct().count();
	}

	/** Whether the ticks refer to a revision. */
	public boolean isOf(int revision) {
		return this.version.equals(Integer.toString(revision));
	}

	/** Returns the indexes of the ticked key points; only of a form without errors. */
	Set<Integer> tickedPoints() {
		return this.covered.stream().filter(Objects::nonNull).map(Integer::valueOf).collect(Collectors.toSet());
	}

}
