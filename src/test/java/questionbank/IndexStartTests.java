package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionFilter;
import questionbank.question.QuestionFilter.Sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Starts of the program after changes to the index folder: the index is rebuilt if it is
 * missing or damaged.
 */
class IndexStartTests {

	@TempDir
	private static Path data;

	private static Path index;

	@BeforeAll
	static void runOnce() {
		index = data.resolve("index");
		start(() -> {
		});
	}

	@Test
	void buildsAnIndexThatWasDeleted() throws IOException {
		FileSystemUtils.deleteRecursively(index);
		start(() -> assertThat(indexes()).hasSize(1));
	}

	@Test
	void removesIndexesOfOtherVersionsAndNothingElse() throws IOException {
		Files.createDirectories(index.resolve("0123456789ab").resolve("Question"));
		Files.createDirectories(index.resolve("mine"));
		Files.createDirectories(index.resolve("0123456789abcdef"));
		Files.createDirectories(index.resolve("0123456789AB"));
		start(() -> assertThat(index).isDirectoryNotContaining("glob:**/0123456789ab")
			.isDirectoryContaining("glob:**/mine")
			.isDirectoryContaining("glob:**/0123456789abcdef")
			.isDirectoryContaining("glob:**/0123456789AB"));
	}

	@Test
	void rebuildsAnIndexOfGarbage() {
		files(index).forEach((file) -> write(file, "This is no index.".repeat(100)));
		start(() -> {
		});
	}

	@Test
	void rebuildsAnIndexWithoutData() {
		files(index).stream()
			.filter((file) -> !file.getFileName().toString().startsWith("segments"))
			.forEach((file) -> write(file, ""));
		start(() -> {
		});
	}

	@Test
	void startsWithALockOfThePreviousRun() {
		files(index).stream().map((file) -> file.resolveSibling("write.lock")).forEach((file) -> write(file, ""));
		start(() -> {
		});
	}

	/** Starts the program, and asserts that it finds the ten questions. */
	private static void start(Runnable check) {
		try (var program = new SpringApplicationBuilder(QuestionBankApplication.class).web(WebApplicationType.NONE)
			.run("--questionbank.data=" + data)) {
			var catalogue = program.getBean(QuestionCatalogue.class);
			await().until(() -> catalogue.overview(Viewer.ANONYMOUS).complete());
			assertThat(catalogue.overview(Viewer.ANONYMOUS).total()).isEqualTo(10);
			assertThat(
					catalogue.count(new QuestionFilter("OAuth", Set.of(), Set.of(), Sort.RELEVANCE), Viewer.ANONYMOUS))
				.isEqualTo(1);
			assertThat(program.getBean(QuestionBank.class).find(10, Viewer.ANONYMOUS)).isPresent();
			check.run();
		}
	}

	private static List<Path> indexes() {
		return files(index).stream().map((file) -> index.relativize(file).getName(0)).distinct().toList();
	}

	private static List<Path> files(Path folder) {
		try (var all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
