package questionbank.operations;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.ProgramProcess;
import questionbank.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands for archives, with their exit codes and messages. */
@ExtendWith(OutputCaptureExtension.class)
class ArchiveCommandTests {

	@TempDir
	private Path folder;

	@Test
	void createsVerifiesAndRestores(CapturedOutput output) {
		migrate();
		assertThat(run("create", "data")).isZero();
		assertThat(run("verify", "other")).isZero();
		assertThat(run("restore", "other")).isZero();
		assertThat(run("restore", "other")).isZero();
		assertThat(output.getErr().lines()).hasSize(4)
			.allMatch((line) -> line.startsWith("Archive " + archive()) && line.contains("tables"));
		assertThat(this.folder.resolve("other/questionbank.mv.db")).exists();
	}

	@Test
	void failsInOneLine(CapturedOutput output) throws Exception {
		assertThat(run("create", "data")).isEqualTo(1);
		assertThat(run("verify", "data")).isEqualTo(1);
		assertThat(run("restore", "data")).isEqualTo(1);
		migrate();
		Files.writeString(archive(), "no archive");
		assertThat(run("create", "data")).isEqualTo(1);
		assertThat(run("restore", "other")).isEqualTo(1);
		assertThat(output.getErr().lines().toList()).satisfiesExactly(
				(line) -> assertThat(line).contains("There is no database", "--questionbank.data=FOLDER"),
				(line) -> assertThat(line).contains("There is no such file"),
				(line) -> assertThat(line).contains("There is no such file"),
				(line) -> assertThat(line).contains(archive().toString(), "it exists already"),
				(line) -> assertThat(line).contains("It is not a complete zip file", "Take another archive"));
	}

	@Test
	void saysThatAnotherProcessHasTheDatabaseOpen(CapturedOutput output) throws Exception {
		migrate();
		try (var program = ProgramProcess.start(this.folder.resolve("data"))) {
			program.awaitPort();
			assertThat(run("create", "data")).isEqualTo(1);
		}
		assertThat(output.getErr().strip()).contains("is in use by another process", "Back up now")
			.doesNotContain("\n");
	}

	@Test
	void explainsItsUse(CapturedOutput output) {
		assertThat(Command.run(TestDatabase.program(), "archive")).contains(2);
		assertThat(Command.run(TestDatabase.program(), "archive", "delete", "file")).contains(2);
		assertThat(Command.run(TestDatabase.program(), "archvie")).contains(2);
		assertThat(Command.run(TestDatabase.program(), "--server.port=0")).isEmpty();
		assertThat(output.getErr()).contains("Usage: archive create FILE",
				"Unknown command archvie. Commands: archive, export, import");
	}

	private int run(String action, String data) {
		return Command
			.run(TestDatabase.program(), "archive", action, archive().toString(),
					"--questionbank.data=" + this.folder.resolve(data))
			.orElseThrow();
	}

	private Path archive() {
		return this.folder.resolve("archive.zip");
	}

	private void migrate() {
		try (var database = ArchiveDatabase.of("h2", this.folder.resolve("data"))) {
			database.migrate("latest");
		}
	}

}
