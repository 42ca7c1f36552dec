package questionbank.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class QuestionDraftTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("atTheLimit")
	void acceptsValuesAtTheLimit(String field, String description, Object value) {
		assertThat(VALIDATOR.validate(draft(field, value))).isEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("beyondTheLimit")
	void rejectsValuesBeyondTheLimit(String field, String description, Object value) {
		assertThat(VALIDATOR.validate(draft(field, value))).isNotEmpty()
			.allSatisfy((violation) -> assertThat(violation.getPropertyPath().toString()).startsWith(field));
	}

	@Test
	void isImmutable() {
		var topics = new ArrayList<>(List.of("apis"));
		var draft = new QuestionDraft("Why?", Difficulty.EASY, "", List.of(), List.of(), topics, QuestionStatus.DRAFT,
				Audience.EVERYONE, "");
		topics.add("security");
		assertThat(draft.topics()).containsExactly("apis");
	}

	@Test
	void isEqualAfterConversionToJsonAndBack() {
		var draft = draft("prompt", "“Ünïcode”, \\ and \" <b>\t👩‍💻");
		assertThat(JSON.readValue(JSON.writeValueAsString(draft), QuestionDraft.class)).isEqualTo(draft);
	}

	@Test
	void isEqualInAnyNormalizationForm() {
		var draft = draft("prompt", "Cafe\u0301");
		assertThat(draft).isEqualTo(draft("prompt", "Café"));
		assertThat(draft("keyPoints", List.of("e\u0301"))).isEqualTo(draft("keyPoints", List.of("é")));
	}

	static Stream<Arguments> atTheLimit() {
		return Stream.of(arguments("prompt", "500 characters", "p".repeat(500)), arguments("sampleAnswer", "none", ""),
				arguments("sampleAnswer", "20,000 characters", "a".repeat(20_000)),
				arguments("keyPoints", "none", List.of()),
				arguments("keyPoints", "12 of 200 characters", Collections.nCopies(12, "k".repeat(200))),
				arguments("probes", "none", List.of()),
				arguments("probes", "8 of 300 characters", Collections.nCopies(8, "p".repeat(300))),
				arguments("topics", "none", List.of()),
				arguments("topics", "8 of 40 characters", Collections.nCopies(8, "t".repeat(40))),
				arguments("topics", "several words", List.of("data-quality", "http-2", "3")),
				arguments("source", "none", ""), arguments("source", "200 characters", "s".repeat(200)));
	}

	static Stream<Arguments> beyondTheLimit() {
		return Stream.of(arguments("prompt", "missing", null), arguments("prompt", "blank", " \t\n"),
				arguments("prompt", "nothing to see", " \u200b\u200d\u00a0"),
				arguments("prompt", "turned around", "a\u202eb"), arguments("prompt", "a filler", "\u3164"),
				arguments("sampleAnswer", "invisible", "\u2800"),
				arguments("prompt", "stacked marks", "e" + "\u0316".repeat(9)),
				arguments("keyPoints[0]", "invisible", List.of("\u200b")),
				arguments("probes[0]", "invisible", List.of("\ufeff\u00a0")),
				arguments("source", "invisible", "\u2060"),
				arguments("keyPoints[0]", "turned around", List.of("a\u2066b")),
				arguments("prompt", "501 characters", "p".repeat(501)), arguments("difficulty", "missing", null),
				arguments("sampleAnswer", "missing", null),
				arguments("sampleAnswer", "20,001 characters", "a".repeat(20_001)),
				arguments("keyPoints", "13", Collections.nCopies(13, "k")),
				arguments("keyPoints[1]", "201 characters", List.of("k", "k".repeat(201))),
				arguments("keyPoints[0]", "blank", List.of(" ")), arguments("probes", "9", Collections.nCopies(9, "p")),
				arguments("probes[0]", "301 characters", List.of("p".repeat(301))),
				arguments("probes[0]", "empty", List.of("")), arguments("topics", "9", Collections.nCopies(9, "t")),
				arguments("topics[0]", "41 characters", List.of("t".repeat(41))),
				arguments("topics[0]", "empty", List.of("")),
				arguments("topics[0]", "capital letter", List.of("Security")),
				arguments("topics[0]", "blank", List.of("data quality")),
				arguments("topics[0]", "dash at the end", List.of("data-")),
				arguments("topics[0]", "two dashes", List.of("data--quality")),
				arguments("topics[0]", "comma", List.of("a,b")), arguments("status", "missing", null),
				arguments("audience", "missing", null), arguments("source", "missing", null),
				arguments("source", "201 characters", "s".repeat(201)));
	}

	/** A sound draft but for one field. */
	private static QuestionDraft draft(String field, Object value) {
		var parts = new HashMap<String, Object>(Map.of("prompt", "Why?", "difficulty", "easy", "sampleAnswer",
				"Because.", "keyPoints", List.of("a reason"), "probes", List.of("And then?"), "topics", List.of("apis"),
				"status", "draft", "audience", "interviewers", "source", ""));
		parts.put(field.replaceFirst("\\[.*", ""), value);
		return JSON.convertValue(parts, QuestionDraft.class);
	}

}
