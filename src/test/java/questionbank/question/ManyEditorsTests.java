package questionbank.question;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.World;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class ManyEditorsTests {

	private static final int EDITORS = 8;

	private static final int CHANGES = 12;

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
	void loseNothingByRewritingTheSameQuestionAtOnce() throws Exception {
		var id = this.world.add(World.question("Who writes simultaneously?", "Nobody yet."));
		var before = this.state.revision();
		atOnce((editor) -> {
			for (int change = 0; change < CHANGES; change++) {
				var answer = "editor%dchange%d".formatted(editor, change);
				this.bank.rewrite(id, World.question("Who writes simultaneously?", answer), answer, "At once");
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
	void loseNothingByAddingAtOnce() throws Exception {
		var before = this.state.revision();
		var ids = atOnce((editor) -> {
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
	void neverLetALowerRevisionAppearAfterAHigher() throws Exception {
		var seen = new ArrayList<List<Long>>();
		var before = this.state.revision();
		atOnce((editor) -> {
			for (int change = 0; change < CHANGES; change++) {
				if (editor == 0) {
					seen.add(revisionIdsAfter(before));
				}
				else {
					this.world.add(World.question("Who comes in order?", "Everybody."));
				}
			}
			return null;
		});
		assertThat(seen).allSatisfy((ids) -> assertThat(ids)
			.containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + ids.size()).boxed().toList()));
	}

	private void assertFoundByItsLastAnswer(long id) {
		var last = this.bank.find(id, Viewer.STRANGER).orElseThrow().content().sampleAnswer();
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
		return this.catalogue.count(Filters.words("\"" + word + "\""), Viewer.STRANGER);
	}

	private List<Long> revisionIdsAfter(long revision) {
		return this.entities
			.createQuery("select r.id from QuestionRevision r where r.id > :revision order by r.id", Long.class)
			.setParameter("revision", revision)
			.getResultList();
	}

	private static <T> List<T> atOnce(Editor<T> editor) throws InterruptedException, ExecutionException {
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

	private interface Editor<T> {

		T edit(int number);

	}

}
