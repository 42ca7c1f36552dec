package questionbank.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.QuestionBank.EditResult;
import questionbank.question.QuestionDraft.Field;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class ManyEditorsTests {

	private static final int EDITORS = 8;

	private static final int CHANGES = 12;

	private static final List<Field> FIELDS = List.of(Field.PROMPT, Field.SAMPLE_ANSWER, Field.SOURCE);

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private BankState state;

	@Autowired
	private EntityManager entities;

	@Autowired
	private World world;

	@Test
	void rewriteAQuestionConcurrentlyWithoutLoss() throws Exception {
		var id = this.world.add(World.question("Who writes simultaneously?", "None yet."));
		var before = this.state.revision();
		concurrently((editor) -> {
			for (int change = 0; change < CHANGES; change++) {
				var answer = "editor%dchange%d".formatted(editor, change);
				this.bank.write(answer, (questions) -> questions.rewrite(id,
						World.question("Who writes simultaneously?", answer), "At once"));
			}
			return null;
		});
		var revisions = this.entities
			.createQuery("select r from QuestionRevision r where r.questionId = :id and r.number > 1 order by r.number",
					QuestionRevision.class)
			.setParameter("id", id)
			.getResultList();
		assertThat(revisions).extracting(QuestionRevision::author).containsExactlyInAnyOrderElementsOf(everyChange());
		assertThat(revisions).extracting(QuestionRevision::number)
			.containsExactlyElementsOf(IntStream.rangeClosed(2, EDITORS * CHANGES + 1).boxed().toList());
		assertThat(revisionIdsAfter(before))
			.containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + EDITORS * CHANGES).boxed().toList());
		assertFoundByItsLastAnswer(id);
	}

	@Test
	void addQuestionsConcurrentlyWithoutLoss() throws Exception {
		var before = this.state.revision();
		var ids = concurrently((editor) -> {
			var added = new ArrayList<Long>();
			for (int change = 0; change < CHANGES; change++) {
				added.add(this.world
					.add(World.question("Who adds concurrently?", "editor%dchange%d".formatted(editor, change))));
			}
			return added;
		}).stream().flatMap(List::stream).toList();
		assertThat(ids).doesNotHaveDuplicates().hasSize(EDITORS * CHANGES);
		assertThat(revisionIdsAfter(before))
			.containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + EDITORS * CHANGES).boxed().toList());
		assertThat(count("concurrently")).isEqualTo(EDITORS * CHANGES);
		assertThat(everyChange()).allSatisfy((answer) -> assertThat(count(answer)).isEqualTo(1));
	}

	@Test
	void commitRevisionsInTheOrderOfTheirIds() throws Exception {
		var seen = new ArrayList<List<Long>>();
		var before = this.state.revision();
		var all = (EDITORS - 1) * CHANGES;
		var someSeen = new CompletableFuture<Boolean>().orTimeout(1, TimeUnit.MINUTES);
		concurrently((editor) -> {
			if (editor == 0) {
				do {
					seen.add(revisionIdsAfter(before));
					if (!seen.get(seen.size() - 1).isEmpty()) {
						someSeen.complete(true);
					}
				}
				while (seen.get(seen.size() - 1).size() < all && seen.size() < 100_000);
			}
			for (int change = 0; editor > 0 && change < CHANGES; change++) {
				this.world.add(World.question("Who comes in order?", "All."));
				someSeen.join();
			}
			return null;
		});
		assertThat(seen).anySatisfy((ids) -> assertThat(ids).hasSizeBetween(1, all - 1));
		assertThat(seen).allSatisfy((ids) -> assertThat(ids)
			.containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + ids.size()).boxed().toList()));
	}

	@Test
	void mergeConcurrentEditsWithoutLoss() throws Exception {
		var ids = IntStream.range(0, 20)
			.mapToObj((number) -> this.world.add(World.question("Who merges?", "All.")))
			.toList();
		var accepted = concurrently((editor) -> {
			var random = new Random(editor);
			var opened = new HashMap<Long, QuestionDetails>();
			var words = new ArrayList<Word>();
			for (int change = 0; change < 2_000 / EDITORS; change++) {
				var id = ids.get(random.nextInt(ids.size()));
				// Half of the time the form was opened long ago.
				var form = random.nextBoolean() ? opened.get(id) : null;
				var question = (form != null) ? form : this.bank.find(id, World.ADMINISTRATOR).orElseThrow();
				var word = new Word(id, FIELDS.get(random.nextInt(FIELDS.size())),
						Integer.toString(editor * 1_000 + change + 1_296, 36));
				opened.put(id, add(word, question));
				words.add(word);
			}
			return words;
		}).stream().flatMap(List::stream).toList();
		for (var id : ids) {
			var wanted = accepted.stream().filter((word) -> word.question == id).toList();
			assertThat(this.bank.history(id, Integer.MAX_VALUE, 2_000)
				.stream()
				.map((entry) -> entry.revision().reason())
				.filter((reason) -> !reason.equals("A test needs it")))
				.containsExactlyInAnyOrderElementsOf(wanted.stream().map(Word::text).toList());
			var now = this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
			assertThat(wanted).allSatisfy((word) -> assertThat(word.field.text(now).split(" ")).contains(word.text));
		}
	}

	/**
	 * Adds a word to an opened question; in a conflict, adds it to the text of the
	 * others.
	 */
	private QuestionDetails add(Word word, QuestionDetails opened) {
		var edit = this.bank
			.write("Ada",
					(questions) -> questions.edit(word.question, opened.version(), word.addedTo(opened.content()),
							word.text))
			.orElseThrow();
		while (edit instanceof EditResult.Conflict conflict) {
			var both = word.addedTo(conflict.theirs());
			edit = this.bank
				.write("Ada", (questions) -> questions.edit(word.question, conflict.version(), both, word.text))
				.orElseThrow();
		}
		return this.bank.find(word.question, World.ADMINISTRATOR).orElseThrow();
	}

	private void assertFoundByItsLastAnswer(long id) {
		var last = this.bank.find(id, Viewer.ANONYMOUS).orElseThrow().content().sampleAnswer();
		assertThat(everyChange().stream().filter((answer) -> count(answer) > 0)).containsExactly(last);
	}

	private List<String> everyChange() {
		return IntStream.range(0, EDITORS)
			.boxed()
			.flatMap((editor) -> IntStream.range(0, CHANGES)
				.mapToObj((change) -> "editor%dchange%d".formatted(editor, change)))
			.toList();
	}

	private long count(String word) {
		return this.catalogue.count(Filters.words("\"" + word + "\""), Viewer.ANONYMOUS);
	}

	private List<Long> revisionIdsAfter(long revision) {
		return this.entities
			.createQuery("select r.id from QuestionRevision r where r.id > :revision order by r.id", Long.class)
			.setParameter("revision", revision)
			.getResultList();
	}

	private static <T> List<T> concurrently(Editor<T> editor) throws InterruptedException, ExecutionException {
		var threads = Executors.newFixedThreadPool(EDITORS);
		try {
			var work = IntStream.range(0, EDITORS)
				.<Callable<T>>mapToObj((number) -> () -> editor.edit(number))
				.toList();
			var done = new ArrayList<T>();
			for (Future<T> future : threads.invokeAll(work)) {
				done.add(future.get());
			}
			return done;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** A word that is added to a field of a question. */
	private record Word(long question, Field field, String text) {

		QuestionDraft addedTo(QuestionDraft draft) {
			return new QuestionDraft(added(Field.PROMPT, draft), draft.difficulty(), added(Field.SAMPLE_ANSWER, draft),
					draft.keyPoints(), draft.probes(), draft.topics(), draft.status(), draft.audience(),
					added(Field.SOURCE, draft));
		}

		private String added(Field changed, QuestionDraft draft) {
			return (changed == this.field) ? (changed.text(draft) + " " + this.text).strip() : changed.text(draft);
		}

	}

	private interface Editor<T> {

		T edit(int number);

	}

}
