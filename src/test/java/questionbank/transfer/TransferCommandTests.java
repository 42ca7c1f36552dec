package questionbank.transfer;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import questionbank.ProgramProcess;
import questionbank.TestDatabase;
import questionbank.operations.Command;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports and exports by the command line, on a data folder of their own. */
class TransferCommandTests {

	@TempDir
	private Path folder;

	private String output = "";

	@Test
	void importsAndExportsAFile() throws Exception {
		var file = Files.writeString(this.folder.resolve("a.csv"),
				"id,question,difficulty,answer\nq-1,What is a saga?,easy,Steps.\nq-2,Why?,gigantic,So.\n");
		assertThat(run("import", file.toString(), "--apply", "--status=published")).isEqualTo(TransferCommand.REJECTED);
		var report = report();
		assertThat(report.get("applied").booleanValue()).isTrue();
		assertThat(report.get("taken").get("new").intValue()).isOne();
		assertThat(report.get("rejectedRows").get(0).get("location").get("line").intValue()).isEqualTo(3);
		assertThat(report.get("rejectedRows").get(0).get("reason").stringValue()).contains("difficulty");
		var bank = this.folder.resolve("bank.jsonl");
		assertThat(run("export", bank.toString(), "--format=jsonl")).isEqualTo(TransferCommand.FINE);
		assertThat(report().get("questions").intValue()).isEqualTo(11);
		assertThat(Files.readAllLines(bank)).hasSize(11)
			.last()
			.asString()
			.contains("\"q-1\"", "What is a saga?", "published");
		assertThat(run("import", bank.toString())).isEqualTo(TransferCommand.FINE);
		assertThat(report().get("rows").get("unchanged").intValue()).isEqualTo(11);
		assertThat(report().get("applied").booleanValue()).isFalse();
	}

	@Test
	void failsIfTheFileCannotBeRead() throws Exception {
		assertThat(run("import", this.folder.resolve("none.csv").toString())).isEqualTo(TransferCommand.UNUSABLE);
		assertThat(report().get("error").stringValue()).contains("There is no readable file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "import", "import a b", "import a --format=word", "import a --status=secret",
			"import a --audience=me", "export", "export a --format=word" })
	void failsIfTheCommandIsWrong(String command) {
		assertThat(run(command.split(" "))).isEqualTo(TransferCommand.UNUSABLE);
		assertThat(report().get("error").stringValue()).contains("Usage: import FILE");
	}

	@ParameterizedTest
	@CsvSource({ "import a --aply, Did you mean --apply?", "import a --apply=false, --apply has no value",
			"import a --format, --format=VALUE",
			"export a --format=csv --statsu=x, 'The options of export: --format'" })
	void refusesAnUnknownOptionAndNamesTheNearest(String command, String message) {
		assertThat(run(command.split(" "))).isEqualTo(TransferCommand.UNUSABLE);
		assertThat(report().get("error").stringValue()).contains(message);
	}

	@Test
	void saysInOneLineThatAnotherProcessHasTheDatabaseOpen() throws Exception {
		var data = this.folder.resolve("data");
		var file = Files.writeString(this.folder.resolve("a.csv"), "question,difficulty\nWhy?,easy\n");
		try (var server = ProgramProcess.start(data)) {
			server.awaitPort();
			try (var command = ProgramProcess.start(data, "import", file.toString())) {
				assertThat(command.awaitExit()).isEqualTo(TransferCommand.UNUSABLE);
				assertThat(command.log().strip()).contains("is in use by another process. Stop it first")
					.doesNotContain("\n");
			}
		}
	}

	private JsonNode report() {
		return JsonMapper.builder().build().readTree(this.output);
	}

	private int run(String... arguments) {
		var standard = System.out;
		var written = new ByteArrayOutputStream();
		System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
		try {
			var all = Arrays.copyOf(arguments, arguments.length + 1);
			all[arguments.length] = "--questionbank.data=" + this.folder.resolve("data");
			return Command.run(TestDatabase.program(), all).orElseThrow();
		}
		finally {
			System.setOut(standard);
			this.output = written.toString(StandardCharsets.UTF_8);
		}
	}

}
