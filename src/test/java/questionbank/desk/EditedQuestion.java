package questionbank.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import questionbank.HtmlPage;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

/** A published question, and the form that edits its first revision. */
record EditedQuestion(long id, Pages pages) {

	static EditedQuestion add(World world, Pages pages) {
		return new EditedQuestion(world.add(new QuestionDraft("What is a lighthouse?", Difficulty.EASY,
				"A tower with a light.", List.of("tower"), List.of("Who keeps it?"), List.of("security"),
				QuestionStatus.PUBLISHED, Audience.EVERYONE, "Ours")), pages);
	}

	/**
	 * Submits the form as it is opened for the first revision, except for some fields.
	 * @param changed names and values, in turn
	 */
	HtmlPage save(String... changed) {
		var fields = new LinkedHashMap<>(Map.of("prompt", "What is a lighthouse?", "difficulty", "easy", "sampleAnswer",
				"A tower with a light.", "keyPoints", "tower", "probes", "Who keeps it?", "topics", "security",
				"status", "published", "audience", "everyone", "source", "Ours", "version", "1"));
		for (int i = 0; i < changed.length; i += 2) {
			fields.put(changed[i], changed[i + 1]);
		}
		var sent = new ArrayList<String>();
		fields.forEach((name, value) -> sent.addAll(Arrays.asList(name, value)));
		return this.pages.submitAs("Ada", "/questions/" + this.id, Role.ADMINISTRATOR, sent.toArray(String[]::new));
	}

}
