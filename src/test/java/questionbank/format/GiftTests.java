package questionbank.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import questionbank.format.QuestionEntry.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/** GIFT and Aiken, in and out. */
class GiftTests {

	@Test
	void readsEssays() throws IOException {
		var read = ReadFile.ofExample(QuestionFormat.GIFT, "essays.gift");
		assertThat(read.entries()).extracting(QuestionEntry::prompt)
			.containsExactly("When do you **not** retry a failed call?", "What is a *refresh token* for?",
					"Which of these is a queue?", "An essay without a name, with {braces} and 3 = 3 in it");
		var retries = read.entries().get(0);
		assertThat(retries.id()).isEqualTo("retry-1");
		assertThat(retries.sampleAnswer())
			.isEqualTo("Never when the call is not idempotent and may have had its effect.");
		assertThat(retries.topics()).containsExactly("reliability");
		assertThat(retries.location().line()).isEqualTo(3);
		assertThat(read.entries().get(1).topics()).containsExactly("Integration", "Security");
		assertThat(read.entries().get(1).status()).isEqualTo("draft");
		var choice = read.entries().get(2);
		assertThat(choice.optional()).isTrue();
		assertThat(choice.sampleAnswer()).isEqualTo("RabbitMQ");
		assertThat(choice.findings().get(0).message()).contains("multiple choice", "PostgreSQL; nginx");
		assertThat(read.findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.read()).isEqualTo("Match");
			assertThat(finding.location().line()).isEqualTo(11);
			assertThat(finding.message()).contains("matching");
		});
	}

	@Test
	void readsAikenAsOffers() throws IOException {
		var read = ReadFile.of(QuestionFormat.GIFT, """
				Which is a broker?
				A) curl
				B) Kafka
				ANSWER: B
				Which is none?
				A. Kafka
				ANSWER: C
				""");
		assertThat(read.entries()).singleElement().satisfies((entry) -> {
			assertThat(entry.prompt()).isEqualTo("Which is a broker?");
			assertThat(entry.sampleAnswer()).isEqualTo("Kafka");
			assertThat(entry.optional()).isTrue();
		});
		assertThat(read.findings()).singleElement()
			.satisfies((finding) -> assertThat(finding.location().line()).isEqualTo(5));
	}

	@Test
	void detectsAiken(@TempDir Path folder) throws IOException {
		var file = Files.writeString(folder.resolve("a"), "Which is a broker?\nA) curl\nB) Kafka\nANSWER: B\n");
		assertThat(QuestionFormat.detect(file, null)).isEqualTo(QuestionFormat.GIFT);
	}

	@Test
	void namesWhatIsNoQuestion() throws IOException {
		var read = ReadFile.of(QuestionFormat.GIFT, """
				Only a description.

				::Half:: open {

				::Gap:: Grant is {=buried} here.

				::Number:: How many? {#3}

				::True:: Water is wet. {T}
				""");
		assertThat(read.entries()).isEmpty();
		assertThat(read.findings()).extracting((finding) -> finding.location().line() + " " + finding.read())
			.containsExactly("1 Only a description.", "3 Half", "5 Gap", "7 Number", "9 True");
		assertThat(read.findings().get(1).message()).contains("brace");
	}

	@Test
	void readsAnswersWithBlankLines() throws IOException {
		var read = ReadFile.of(QuestionFormat.GIFT, "::A::Why?{####[markdown]one\n\ntwo}\n\n::B::How?{}\n");
		assertThat(read.entries().get(0).sampleAnswer()).isEqualTo("one\n\ntwo");
		assertThat(read.entries()).hasSize(2);
	}

}
