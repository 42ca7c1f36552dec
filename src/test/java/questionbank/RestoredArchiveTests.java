package questionbank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;

import questionbank.operations.Command;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts the program after an archive was restored into its data folder. */
class RestoredArchiveTests {

	@TempDir
	private Path folder;

	/** The index of the replaced database has other text in equal revisions. */
	@Test
	void rebuildsTheSearchIndex() throws Exception {
		var archive = this.folder.resolve("archive.zip").toString();
		start("source", "giraffe", "giraffe", 1);
		start("target", "zebra", "zebra", 1);
		assertThat(Command.run(TestDatabase.program(), "archive", "create", archive, data("source"))).contains(0);
		Files.delete(this.folder.resolve("target/questionbank.mv.db"));
		assertThat(Command.run(TestDatabase.program(), "archive", "restore", archive, data("target"))).contains(0);
		start("target", "", "zebra", 0);
		start("target", "", "giraffe", 1);
	}

	/**
	 * Starts the program, appends a word to a prompt, and expects what a search finds.
	 */
	private void start(String data, String appended, String searched, int found) {
		try (var program = new SpringApplicationBuilder(QuestionBankApplication.class).run("--server.port=0",
				data(data))) {
			if (!appended.isEmpty()) {
				program.getBean(QuestionBank.class)
					.write("Ada",
							(writer) -> writer.change(List.of(7L),
									(draft) -> draft.withTexts(Set.of(Field.PROMPT), (text) -> text + " " + appended),
									"A test needs it"));
			}
			var visitor = new Visitor(program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			await().untilAsserted(() -> assertThat(visitor.open("/questions").listed()).hasSize(10));
			assertThat(visitor.open("/questions?q=" + searched).listed()).hasSize(found);
		}
	}

	private String data(String name) {
		return "--questionbank.data=" + this.folder.resolve(name);
	}

}
