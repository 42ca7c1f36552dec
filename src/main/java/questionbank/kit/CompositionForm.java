package questionbank.kit;

import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;
import questionbank.web.WholeNumber;

/**
 * What a kit is composed for, as typed.
 *
 * @param minutes the length of the interview
 * @param easy the number of easy questions; also empty for none, like the next two
 * @param topic the topics that each form covers
 * @param forms the number of equivalent forms
 * @param variant counts proposals for the same profile, from 1
 * @param title the title of the kits
 * @param shown names the proposal that is saved; empty if it was not looked at
 */
record CompositionForm(
		@NotBlank(message = "Please write the minutes of the interview.") @WholeNumber(max = 480,
				message = "The interview takes from 1 to {max} minutes.") String minutes,
		@Pattern(regexp = COUNT, message = "Choose from 0 to 50 easy questions.") String easy,
		@Pattern(regexp = COUNT, message = "Choose from 0 to 50 medium questions.") String medium,
		@Pattern(regexp = COUNT, message = "Choose from 0 to 50 hard questions.") String hard,
		@Size(max = CompositionProfile.MAX_TOPICS, message = "Please choose at most {max} topics.") List<String> topic,
		@WholeNumber(max = 10, message = "Choose from 1 to {max} forms.") String forms,
		@WholeNumber(max = 999, message = "There are at most {max} proposals.") String variant,
		@Retained @ReadableText(label = "The title", max = CompositionForm.TITLE_LENGTH) String title, String shown) {

	/** Leaves room for the name of the form. */
	static final int TITLE_LENGTH = KitDraft.TITLE_LENGTH - 20;

	private static final String COUNT = "0*([0-9]|[1-4][0-9]|50)?";

	CompositionForm(@Nullable String minutes, @Nullable String easy, @Nullable String medium, @Nullable String hard,
			@Nullable List<String> topic, @Nullable String forms, @Nullable String variant, @Nullable String title,
			@Nullable String shown) {
		this.minutes = UnicodeText.typed(minutes);
		this.easy = UnicodeText.typed(easy);
		this.medium = UnicodeText.typed(medium);
		this.hard = UnicodeText.typed(hard);
		this.topic = SelectOptions.selected(topic, CompositionProfile.MAX_TOPICS);
		this.forms = (forms == null || forms.isBlank()) ? "1" : UnicodeText.typed(forms);
		this.variant = UnicodeText.typed(variant);
		this.title = UnicodeText.typed(title);
		this.shown = UnicodeText.typed(shown);
	}

	/** Returns a form with a usual profile in empty fields. */
	static CompositionForm usual() {
		return new CompositionForm("45", "1", "3", "2", null, "1", null, null, null);
	}

	/** Whether a profile is given at all. */
	boolean isEmpty() {
		return this.minutes.isEmpty() && this.easy.isEmpty() && this.medium.isEmpty() && this.hard.isEmpty();
	}

	/** Rejects what spans several fields, of a form with valid fields. */
	void check(Set<String> topics, Errors errors) {
		var questions = profile().questions();
		if (questions < 1 || questions > KitDraft.MAX_QUESTIONS) {
			errors.reject("questions", "Choose from 1 to %d questions in all.".formatted(KitDraft.MAX_QUESTIONS));
		}
		this.topic.stream()
			.filter((slug) -> !topics.contains(slug))
			.forEach((slug) -> errors.rejectValue("topic", "unknown",
					"No question has the topic “%s”.".formatted(UnicodeText.abbreviate(slug, 60))));
	}

	/** Converts a form with valid fields. */
	CompositionProfile profile() {
		return new CompositionProfile(number(this.minutes, 0), number(this.easy, 0), number(this.medium, 0),
				number(this.hard, 0), Set.copyOf(this.topic), number(this.forms, 1));
	}

	/** Returns the number of the proposal, from 1. */
	int proposal() {
		return number(this.variant, 1);
	}

	/** Returns the title of a kit. */
	String titleOf(int form) {
		var base = this.title.isEmpty() ? "Balanced kit, " + this.minutes + " min" : this.title;
		return (number(this.forms, 1) == 1) ? base : base + " – form " + (char) ('A' + form);
	}

	private static int number(String typed, int missing) {
		return typed.isEmpty() ? missing : Integer.parseInt(typed);
	}

}
