package questionbank.question;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Drafts as they are kept in revisions. */
@Component
class DraftJson {

	private final JsonMapper json;

	DraftJson(JsonMapper json) {
		this.json = json;
	}

	String write(QuestionDraft draft) {
		return this.json.writeValueAsString(draft);
	}

	QuestionDraft read(String json) {
		return this.json.readValue(json, QuestionDraft.class);
	}

}
