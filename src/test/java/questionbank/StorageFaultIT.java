package questionbank;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import questionbank.Editors.Edit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Faults of the disk: it is full, the data folder is read-only, or files of the search
 * index are lost while the program runs. It takes minutes and runs with
 * {@code ./mvnw verify -Pfaults} only.
 */
class StorageFaultIT {

	/** More than the free space below which the health is down. */
	private static final int MEGABYTES = 64;

	@TempDir
	private Path data;

	@Test
	void aFullDiskLosesNoAcceptedEditAndIsOverOnceThereIsSpace() throws IOException {
		try (var disk = Mount.ofMegabytes(MEGABYTES, this.data)) {
			try (var program = ProgramProcess.start(this.data, Editors.ADMINISTRATOR)) {
				var port = program.awaitPort();
				var editor = Editors.signedIn(port);
				var accepted = new ArrayList<Edit>();
				add(editor, accepted);
				var form = editor.open("/questions/7/edit");
				var filler = fill();
				// H2 writes the first edits into free space of its file.
				var refused = save(editor, form, "kept-1");
				for (int i = 2; refused.status() == 302; i++) {
					accepted.add(new Edit(7, "kept-" + (i - 1)));
					form = editor.open("/questions/7/edit");
					refused = (form.status() == 200) ? save(editor, form, "kept-" + i) : form;
				}
				assertThat(refused.status()).isEqualTo(503);
				assertThat(refused.text("main")).contains("Nothing that was saved is lost");
				Editors.patiently().until(() -> program.health("") == 503);
				assertThat(program.health("/readiness")).isEqualTo(503);
				assertThat(program.log()).contains("No space left on device");

				Files.delete(filler);
				Editors.patiently().until(() -> program.health("") == 200);
				add(editor, accepted);
				Editors.patiently().untilAsserted(() -> Editors.assertKept(accepted, port));
				assertThat(program.log()).doesNotContain("OutOfMemoryError");
				program.terminate();
				program.awaitExit();
				try (var next = ProgramProcess.start(this.data)) {
					Editors.assertKept(accepted, next.awaitPort());
				}
			}
		}
	}

	@Test
	void aReadOnlyDataFolderIsExplainedAtTheStart() {
		try (var program = ProgramProcess.start(this.data)) {
			program.awaitPort();
			program.terminate();
			program.awaitExit();
		}
		try (var mount = Mount.readOnly(this.data); var program = ProgramProcess.start(this.data)) {
			assertThat(program.awaitExit()).isEqualTo(1);
			assertThat(program.log()).contains("APPLICATION FAILED TO START", "cannot be used: ", "read and write it")
				.doesNotContain("\tat ");
		}
	}

	@Test
	void anEmptyReadOnlyDataFolderIsExplainedAtTheStart() {
		try (var mount = Mount.readOnly(this.data); var program = ProgramProcess.start(this.data)) {
			assertThat(program.awaitExit()).isEqualTo(1);
			assertThat(program.log()).contains("APPLICATION FAILED TO START", "cannot be used: ", "read and write it")
				.doesNotContain("\tat ");
		}
	}

	@Test
	void aDeletedOrTruncatedIndexIsRebuiltWhileTheProgramRuns() throws IOException {
		try (var program = ProgramProcess.start(this.data, Editors.ADMINISTRATOR)) {
			var port = program.awaitPort();
			var editor = Editors.signedIn(port);
			var accepted = new ArrayList<Edit>();
			add(editor, accepted);
			var index = this.data.resolve("index");

			// The program deletes files of merged segments at the same time.
			Editors.patiently()
				.ignoreException(NoSuchFileException.class)
				.until(() -> FileSystemUtils.deleteRecursively(index));
			awaitRepair(editor, accepted);
			assertThat(index).isNotEmptyDirectory();

			for (var file : files(index)) {
				try (var truncated = new RandomAccessFile(file.toFile(), "rw")) {
					truncated.setLength(truncated.length() / 2);
				}
			}
			awaitRepair(editor, accepted);
			assertThat(program.isAlive()).isTrue();
		}
	}

	/** Waits until the index is complete and finds everything, without a restart. */
	private static void awaitRepair(Visitor editor, List<Edit> accepted) {
		Editors.patiently().untilAsserted(() -> {
			for (var edit : accepted) {
				var page = editor.open("/questions?q=" + edit.word());
				assertThat(page.status()).isIn(200, 503);
				assertThat(page.listed()).containsExactly(edit.question());
			}
			add(editor, accepted);
			assertThat(editor.open("/questions?q=" + accepted.get(accepted.size() - 1).word()).listed())
				.containsExactly(7L);
			assertThat(editor.open("/questions").text("#count")).startsWith("10 questions");
		});
	}

	private static void add(Visitor editor, List<Edit> accepted) {
		var edit = new Edit(7, Editors.newWord());
		assertThat(Editors.add(editor, edit.question(), edit.word()).status()).isEqualTo(302);
		accepted.add(edit);
	}

	private static HtmlPage save(Visitor editor, HtmlPage form, String word) {
		return editor.send(form, ".editor", "sampleAnswer", form.one("#sampleAnswer").val() + " " + word, "reason",
				word);
	}

	/** Fills the disk to the last byte. */
	private Path fill() throws IOException {
		var filler = this.data.resolve("filler");
		for (var size : new int[] { 1 << 20, 1 << 10, 1 }) {
			try (var file = new RandomAccessFile(filler.toFile(), "rw")) {
				file.seek(file.length());
				while (true) {
					file.write(new byte[size]);
				}
			}
			catch (IOException ex) {
				assertThat(ex).hasMessageContaining("No space left");
			}
		}
		return filler;
	}

	private static List<Path> files(Path folder) {
		try (var all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
