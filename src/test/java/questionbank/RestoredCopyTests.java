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

/** The program really starts here, on files, which are put back to a copy of before. */
class RestoredCopyTests {

	@TempDir
	private Path folder;

	@Test
	void namesNoStateAsOneThatWasLost() throws IOException {
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

	/** The ETag of the list once these questions are for interviewers. */
	private static String afterHiding(Path data, Long... questions) {
		try (var program = new SpringApplicationBuilder(QuestionBankApplication.class).run("--server.port=0",
				"--questionbank.data=" + data)) {
			var visitor = new Visitor(program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			program.getBean(QuestionBank.class)
				.change(List.of(questions), (draft) -> draft.meantFor(Audience.INTERVIEWERS), "Ada", "A test needs it");
			return await().until(() -> visitor.open("/questions").header("ETag"), (etag) -> etag != null);
		}
	}

}
