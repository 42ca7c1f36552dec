package questionbank.kit;

import java.util.List;
import java.util.function.Function;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import questionbank.web.ReadableText;
import questionbank.web.UnicodeText;

/**
 * The content of a kit, with its validation rules. Each revision of a kit is stored as
 * one.
 *
 * @param title the name of the kit
 * @param role the position that is interviewed for; may be empty
 * @param notes for the interviewer, plain text; may be empty
 * @param slot the length of the interview in minutes; 0 if it is open
 * @param questions in the order in which they are asked
 */
public record KitDraft(
		@ReadableText(label = "The title", max = KitDraft.TITLE_LENGTH, missing = "Please write a title.") String title,
		@ReadableText(label = "The role", max = 200) String role,
		@ReadableText(label = "The notes", max = 5_000, lines = true) String notes,
		@Min(value = 0, message = KitDraft.SLOT) @Max(value = 480, message = KitDraft.SLOT) int slot,
		@Size(min = 1, message = "Please add at least one question.") @Size(max = KitDraft.MAX_QUESTIONS,
				message = "A kit can have at most {max} questions.") List<@Valid KitQuestion> questions) {

	/** The maximum number of questions of a kit. */
	public static final int MAX_QUESTIONS = 50;

	static final int TITLE_LENGTH = 200;

	private static final String COPY = " (copy)";

	static final String SLOT = "The slot is a whole number of minutes from 1 to 480, or empty.";

	public KitDraft {
		title = UnicodeText.normalize(title);
		role = UnicodeText.normalize(role);
		notes = UnicodeText.normalize(notes);
		questions = List.copyOf(questions);
	}

	/** Combines drafts: takes each field from the draft that is chosen for it. */
	static KitDraft combined(Function<KitField, KitDraft> choice) {
		return new KitDraft(choice.apply(KitField.TITLE).title, choice.apply(KitField.ROLE).role,
				choice.apply(KitField.NOTES).notes, choice.apply(KitField.SLOT).slot,
				choice.apply(KitField.QUESTIONS).questions);
	}

	/** Returns the sum of the planned minutes. */
	public int minutes() {
		return this.questions.stream().mapToInt(KitQuestion::minutes).sum();
	}

	/** Returns a copy under a title of its own. */
	KitDraft copied() {
		var base = this.title.substring(0, Math.min(this.title.length(), TITLE_LENGTH - COPY.length()));
		return new KitDraft(base + COPY, this.role, this.notes, this.slot, this.questions);
	}

	/** Returns the draft with other questions. */
	KitDraft withQuestions(List<KitQuestion> changed) {
		return new KitDraft(this.title, this.role, this.notes, this.slot, changed);
	}

}
