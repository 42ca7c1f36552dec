package questionbank.question;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import questionbank.DatabaseTest;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class TheTenQuestionsTests {

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private EntityManager entities;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Validator validator;

	@Test
	void areAllThatAnonymousReadersSee() {
		var list = this.catalogue.list(QuestionFilter.ALL, Viewer.ANONYMOUS, 0, 20);
		assertThat(list.entries()).extracting((entry) -> entry.question().id())
			.containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
		assertThat(list.total()).isEqualTo(10);
	}

	@ParameterizedTest
	@MethodSource("source")
	void equalTheirSourceWordForWord(Sourced sourced) {
		var content = draft(sourced.number());
		assertThat(content.prompt()).isEqualTo(sourced.prompt());
		assertThat(content.difficulty()).isEqualTo(sourced.difficulty());
		assertThat(content.sampleAnswer()).isEqualTo(sourced.sampleAnswer());
	}

	@ParameterizedTest
	@MethodSource("source")
	void arePublishedForEveryone(Sourced sourced) {
		assertThat(draft(sourced.number()).status()).isEqualTo(QuestionStatus.PUBLISHED);
		assertThat(draft(sourced.number()).audience()).isEqualTo(Audience.EVERYONE);
	}

	@ParameterizedTest
	@MethodSource("source")
	void haveOneRevisionWithTheSameContent(Sourced sourced) {
		var revisions = this.entities
			.createQuery("select r from QuestionRevision r where r.questionId = :id", QuestionRevision.class)
			.setParameter("id", sourced.number())
			.getResultList();
		assertThat(revisions).singleElement().satisfies((revision) -> {
			assertThat(revision.number()).isEqualTo(1);
			assertThat(this.json.readValue(revision.draft(), QuestionDraft.class)).isEqualTo(draft(sourced.number()));
		});
	}

	@ParameterizedTest
	@MethodSource("source")
	void areValidDrafts(Sourced sourced) {
		assertThat(this.validator.validate(draft(sourced.number()))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("source")
	void haveKeyPointsProbesTopicsAndASource(Sourced sourced) {
		var content = draft(sourced.number());
		assertThat(content.keyPoints()).hasSizeBetween(5, 12).doesNotHaveDuplicates();
		assertThat(content.probes()).hasSizeBetween(2, 8).doesNotHaveDuplicates();
		assertThat(content.topics()).hasSizeBetween(2, 8).doesNotHaveDuplicates();
		assertThat(content.source()).isNotBlank();
	}

	private QuestionDraft draft(long id) {
		return this.bank.find(id, Viewer.ANONYMOUS).orElseThrow().content();
	}

	static Stream<Sourced> source() throws IOException {
		return Sourced.all().stream();
	}

	/** A question of the source text. */
	record Sourced(long number, Difficulty difficulty, String prompt, String sampleAnswer) {

		private static final Pattern QUESTION = Pattern
			.compile("Question (\\d+)\nDifficulty: (\\w+)\n(.+)\nSample answer\n(.+)(?:\n|$)");

		static List<Sourced> all() throws IOException {
			var text = new ClassPathResource("questionbank/question/integration-engineering.txt")
				.getContentAsString(StandardCharsets.UTF_8);
			var all = new ArrayList<Sourced>();
			var questions = QUESTION.matcher(text);
			while (questions.find()) {
				all.add(new Sourced(Long.parseLong(questions.group(1)),
						Difficulty.valueOf(questions.group(2).toUpperCase(Locale.ROOT)), questions.group(3),
						questions.group(4)));
			}
			assertThat(all).hasSize(10);
			assertThat(QUESTION.matcher(text).replaceAll("")).isEmpty();
			return all;
		}

		@Override
		public String toString() {
			return "question " + this.number;
		}

	}

}
