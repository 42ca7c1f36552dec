package questionbank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

import questionbank.question.Audience;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Restores the data folder from a backup copy between starts. */
class RestoredCopyTests {

	@TempDir
	private Path folder;

	@Test
	void reusesNoETagOfALostState() throws IOException {
		var data = this.folder.resolve("data");
		var copy = this.folder.resolve("copy");
		var first = afterHiding(data);
		FileSystemUtils.copyRecursively(data, copy);
		var lost = afterHiding(data, 7L);
		FileSystemUtils.deleteRecursively(data);
		FileSystemUtils.copyRecursively(copy, data);
		assertThat(afterHiding(data)).isEqualTo(first).isNotEqualTo(lost);
		assertThat(afterHiding(data, 3L)).isNotEqualTo(first).isNotEqualTo(lost);
	}

	/**
	 * Starts the program, hides questions from readers, and returns the ETag of the list.
	 */
	private static String afterHiding(Path data, Long... questions) {
		try (var program = new SpringApplicationBuilder(QuestionBankApplication.class).run("--server.port=0",
				"--questionbank.data=" + data)) {
			var visitor = new Visitor(program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			program.getBean(QuestionBank.class)
				.write("Ada", (writer) -> writer.change(List.of(questions),
						(draft) -> draft.meantFor(Audience.INTERVIEWERS), "A test needs it"));
			return await().until(() -> visitor.open("/questions").header("ETag"), (etag) -> etag != null);
		}
	}

}
