package questionbank.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.World;
import questionbank.format.QuestionFormat;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;
import questionbank.transfer.Import.State;
import questionbank.transfer.ImportRow.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** An import of the bank's own export finds nothing to do. */
@PageTest
class RoundTripTests {

	@Autowired
	private World world;

	@Autowired
	private Export export;

	@Autowired
	private Imports imports;

	@Autowired
	private QuestionBank bank;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "JSON", "JSONL", "YAML", "CSV", "XLSX", "MARKDOWN" })
	void changesNothing(QuestionFormat format) throws Exception {
		var word = Words.unheard();
		var all = new ArrayList<>(LongStream.rangeClosed(1, 10).boxed().toList());
		all.add(this.world.add(new QuestionDraft("=1+1 or \"" + word + "\"; which,\tthen?", Difficulty.HARD,
				"# Heading\n\n```\nid,question\n\n---\n```\n\n- one ]]> {two} 🎈\n- Question 2:",
				List.of("+ a point", "@b"), List.of("- a probe?"), List.of("data-quality"), QuestionStatus.PUBLISHED,
				Audience.INTERVIEWERS, "'quoted', CC BY 4.0")));
		all.add(this.world.add(World.question("What is a " + word + " with no answer?", "").as(QuestionStatus.DRAFT)));
		var file = this.folder.resolve("bank");
		try (var out = Files.newOutputStream(file)) {
			this.export.write(all, format, World.ADMINISTRATOR, out);
		}
		assertThat(QuestionFormat.detect(file, "bank." + format.extension())).isEqualTo(format);
		var read = this.imports.add("Ada", "bank", format, QuestionStatus.DRAFT, Audience.EVERYONE);
		this.imports.read(read, file);
		assertThat(this.imports.find(read.id()).orElseThrow().state()).isEqualTo(State.READY);
		assertThat(this.imports.counts(read.id())).isEqualTo(Map.of(Kind.UNCHANGED, 12L));
		assertThat(this.imports.page(read.id(), EnumSet.complementOf(EnumSet.of(Kind.UNCHANGED)), 0, 5)).isEmpty();
		assertThat(this.imports.taken(read.id())).isEqualTo(Map.of());
	}

	@ParameterizedTest
	@EnumSource(names = { "MOODLE", "GIFT", "ANKI", "APKG", "QTI" })
	void takesNoListedLossForAChange(QuestionFormat format) throws Exception {
		var word = Words.unheard();
		var lossy = this.world.add(new QuestionDraft("What\u00A0 is a\t" + word + "\u00A0\nand why?", Difficulty.HARD,
				"Soft\nline break.\n\n![An image](https://example.org/a.png)\n\n* another\n* spelling\n\n"
						+ "- ".repeat(60) + "deep\n\n" + "*a **b ".repeat(70) + "c" + "** d*".repeat(70),
				List.of("A\u00A0 point\u00A0"), List.of("A\tprobe?"), List.of("data-quality"), QuestionStatus.PUBLISHED,
				Audience.INTERVIEWERS, "A\u00A0 book"));
		var plain = this.world.add(World.question("What is a plain " + word + "?", "It is."));
		var edited = this.world.add(World.question("What is the \u00A0 other " + word + "?", "It\nwas."));
		var file = this.folder.resolve("bank");
		try (var out = Files.newOutputStream(file)) {
			this.export.write(List.of(lossy, plain, edited), format, World.ADMINISTRATOR, out);
		}
		assertThat(read(format, file)).containsOnlyKeys(Kind.UNCHANGED);
		this.bank.write("Grace", (questions) -> questions.change(List.of(edited),
				(draft) -> draft.ofDifficulty(Difficulty.HARD), "Harder"));
		var changed = this.imports.add("Ada", "bank", format, QuestionStatus.DRAFT, Audience.EVERYONE);
		this.imports.read(changed, file);
		assertThat(this.imports.page(changed.id(), EnumSet.of(Kind.CHANGED), 0, 5)).singleElement().satisfies((row) -> {
			var before = this.bank.find(edited, World.ADMINISTRATOR).orElseThrow().content();
			assertThat(before.differences(row.draft())).containsExactly(QuestionDraft.Field.DIFFICULTY);
		});
	}

	private Map<Kind, Long> read(QuestionFormat format, Path file) {
		var read = this.imports.add("Ada", "bank", format, QuestionStatus.DRAFT, Audience.EVERYONE);
		this.imports.read(read, file);
		assertThat(this.imports.find(read.id()).orElseThrow().state()).isEqualTo(State.READY);
		return this.imports.counts(read.id());
	}

}
