package questionbank.desk;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.question.QuestionBulk;
import questionbank.web.Retained;

/**
 * The form that renames a topic, as typed.
 *
 * @param from the slug of the topic
 * @param to the new name, such as "Data quality"
 */
record TopicForm(String from, @Retained String to) {

	TopicForm(@Nullable String from, @Nullable String to) {
		this.from = Objects.requireNonNullElse(from, "");
		this.to = Objects.requireNonNullElse(to, "");
	}

	/** Rejects a topic that no question has, and an invalid new name. */
	void check(QuestionBulk bulk, Errors errors) {
		var ids = bulk.withTopic(this.from);
		if (ids.isEmpty()) {
			errors.rejectValue("to", "unknown", "No question has the topic “" + this.from + "”.");
		}
		else if (slugs().size() != 1) {
			errors.rejectValue("to", "name", "Please write the new name.");
		}
		else if (newName().equals(this.from)) {
			errors.rejectValue("to", "same", "The topic already has this name.");
		}
		else {
			bulk.preview(ids.subList(0, 1), (draft) -> draft.withTopicRenamed(this.from, newName()))
				.stream()
				.flatMap((change) -> change.problems().stream())
				.findFirst()
				.ifPresent((problem) -> errors.rejectValue("to", "invalid", problem));
		}
	}

	/** Returns the slug of the new name; only of a form without errors. */
	String newName() {
		return slugs().get(0);
	}

	private List<String> slugs() {
		return QuestionForm.slugs(this.to);
	}

}
