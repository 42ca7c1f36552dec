package questionbank.question;

import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.question.TopicRenamings.Entry;

import static org.assertj.core.api.Assertions.assertThat;

class TopicRenamingsTests {

	@Test
	void resolveThroughAllNamesToTheLast() {
		var log = log(new Entry(1L, "a", "b"), new Entry(2L, "b", "c"));
		assertThat(log.current("a")).isEqualTo("c");
		assertThat(log.current("b")).isEqualTo("c");
		assertThat(log.current("c")).isEqualTo("c");
		assertThat(log.current("d")).isEqualTo("d");
	}

	@Test
	void resolveEveryMergedTopic() {
		var log = log(new Entry(1L, "a", "c"), new Entry(2L, "b", "c"), new Entry(3L, "c", "d"));
		assertThat(log.current("a")).isEqualTo("d");
		assertThat(log.current("b")).isEqualTo("d");
	}

	@Test
	void terminateInACycle() {
		var log = log(new Entry(1L, "a", "b"), new Entry(2L, "b", "c"), new Entry(3L, "c", "a"));
		assertThat(log.current("a")).isEqualTo("a");
		assertThat(log.current("b")).isEqualTo("a");
		assertThat(log.current("c")).isEqualTo("a");
		assertThat(log.current("a", 0)).isEqualTo("a");
	}

	@Test
	void distinguishTopicsThatHadTheSameNameInTurn() {
		var log = log(new Entry(1L, "a", "b"), new Entry(2L, "c", "a"));
		assertThat(log.current("a", 0)).isEqualTo("b");
		assertThat(log.current("c", 0)).isEqualTo("a");
		assertThat(log.current("a", 2)).isEqualTo("a");
	}

	@Test
	void resolveANameOfUnknownAgeToTheLastTopicThatHadIt() {
		var reused = log(new Entry(1L, "a", "b"), new Entry(2L, "c", "a"));
		assertThat(reused.current("a")).isEqualTo("a");
		var renamedAgain = log(new Entry(1L, "a", "b"), new Entry(2L, "c", "a"), new Entry(3L, "a", "d"));
		assertThat(renamedAgain.current("a")).isEqualTo("d");
		assertThat(renamedAgain.current("a", 0)).isEqualTo("b");
	}

	private static TopicRenamings log(Entry... entries) {
		return new TopicRenamings(List.of(entries));
	}

}
