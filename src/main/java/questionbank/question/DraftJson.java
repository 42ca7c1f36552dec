package questionbank.question;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Converts the drafts of revisions to JSON. It uses a mapper with default settings:
 * stored revisions must remain readable when the settings of the program change.
 */
@Component
class DraftJson {

	private final JsonMapper json = JsonMapper.builder().build();

	String write(QuestionDraft draft) {
		return this.json.writeValueAsString(draft);
	}

	QuestionDraft read(String json) {
		return this.json.readValue(json, QuestionDraft.class);
	}

}
