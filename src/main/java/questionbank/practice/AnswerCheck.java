package questionbank.practice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import questionbank.question.Wording;
import questionbank.question.Wording.Word;

/**
 * Looks which key points an own answer seems to cover: those of whose telling words
 * enough stand close together in it, as such or in other words for the same. It never
 * says that one is missing, and rather says nothing than something wrong. How often it is
 * right stands beside the benchmarks.
 */
@Component
class AnswerCheck {

	/** From this share of a key point's weight on, it looks covered. */
	static final double THRESHOLD = 0.36;

	/** Two words that are also in the key point may be there for something else. */
	private static final int FEWEST = 3;

	/** What belongs together stands within so many words. */
	private static final int CLOSE = 40;

	/** What comes after so many words is not looked at. */
	private static final int MOST = 2_000;

	/** Words of the question are in most answers, whatever these say. */
	private static final double ASKED = 0.3;

	private final Wording wording;

	AnswerCheck(Wording wording) {
		this.wording = wording;
	}

	/**
	 * What makes each key point look covered.
	 * @return for each key point in order, the words of the answer that do; none where it
	 * does not look covered
	 */
	List<List<String>> covered(String prompt, List<String> points, String answer) {
		return looks(prompt, points, answer).stream()
			.map((look) -> look.isEnough(THRESHOLD) ? look.words() : List.<String>of())
			.toList();
	}

	/** How much of each key point is in the answer. */
	List<Look> looks(String prompt, List<String> points, String answer) {
		var asked = this.wording.read(prompt);
		var said = this.wording.read(answer);
		return points.stream()
			.map((point) -> look(this.wording.read(point), asked, said.subList(0, Math.min(MOST, said.size()))))
			.toList();
	}

	private Look look(List<Word> point, List<Word> asked, List<Word> said) {
		var weights = this.wording.rarity(point);
		weights.replaceAll((word, weight) -> asked.stream().anyMatch(word::isLike) ? weight * ASKED : weight);
		var found = new ArrayList<Match>();
		for (var word : said) {
			var meant = point.stream().filter(word::isLike).collect(Collectors.toSet());
			if (!meant.isEmpty()) {
				found.add(new Match(word, meant));
			}
		}
		return IntStream.range(0, found.size())
			.mapToObj((first) -> near(found.subList(first, found.size()), point, weights))
			.max(Comparator.comparingDouble(Look::share))
			.orElse(new Look(0, List.of(), point.size()));
	}

	/** How much of a key point is in what is said from the first match on. */
	private static Look near(List<Match> found, List<Word> point, Map<Word, Double> weights) {
		var last = found.get(0).said.position() + CLOSE;
		var words = new ArrayList<String>();
		var left = new HashSet<>(point);
		for (var match : found) {
			if (match.said.position() > last) {
				break;
			}
			match.meant.stream().filter(left::contains).findFirst().ifPresent((meant) -> {
				left.remove(meant);
				words.add(match.said.text());
			});
		}
		var all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
		var missing = left.stream().mapToDouble((word) -> weights.getOrDefault(word, 0.0)).sum();
		return new Look((all > 0) ? 1 - missing / all : 0, words, point.size());
	}

	/** A word of the answer, and those of the key point that it may stand for. */
	private record Match(Word said, Set<Word> meant) {
	}

	/**
	 * How much of a key point is in an answer.
	 *
	 * @param share of its weight, from 0 to 1
	 * @param words of the answer, in order
	 * @param size how many telling words the key point has
	 */
	record Look(double share, List<String> words, int size) {

		/** Whether the key point looks covered from that share on. */
		boolean isEnough(double threshold) {
			return this.share >= threshold && this.words.size() >= Math.min(FEWEST, this.size) && !this.words.isEmpty();
		}

	}

}
