package questionbank.question;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Drafts as they are kept in revisions: for good, and so not as the program's settings
 * would have JSON written today.
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
