package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import questionbank.textanalysis.TextAnalysis.Pair;

import static org.assertj.core.api.Assertions.assertThat;

class NearDuplicatesTests {

	@Test
	void findsPairsWithEnoughCommonWords() {
		var texts = Map.of(1L, List.of("idempotent", "consumer", "design"), 2L,
				List.of("design", "idempotent", "consumers", "consumer"), 3L, List.of("sunny", "day"));
		assertThat(NearDuplicates.among(texts, 0.6, (done) -> {
		})).containsExactly(new Pair(1, 2, 0.75));
	}

	@Test
	void findsEveryPairThatAFullComparisonFinds() {
		var texts = texts(400);
		var expected = new ArrayList<Pair>();
		for (var one : texts.entrySet()) {
			for (var other : texts.entrySet()) {
				if (one.getKey() < other.getKey()) {
					var similarity = similarity(one.getValue(), other.getValue());
					if (similarity >= 0.6) {
						expected.add(new Pair(one.getKey(), other.getKey(), similarity));
					}
				}
			}
		}
		assertThat(expected).hasSizeGreaterThan(20);
		assertThat(NearDuplicates.among(texts, 0.6, (done) -> {
		})).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void reportsProgress() {
		var reported = new ArrayList<Integer>();
		NearDuplicates.among(texts(5), 0.6, reported::add);
		assertThat(reported).containsExactly(1, 2, 3, 4, 5);
	}

	private static Map<Long, List<String>> texts(int count) {
		var random = new Random(7);
		var texts = new LinkedHashMap<Long, List<String>>();
		for (long id = 1; id <= count; id++) {
			texts.put(id,
					Stream.generate(() -> "word" + (int) (12 * random.nextDouble() * random.nextDouble()))
						.distinct()
						.limit(1 + random.nextInt(6))
						.toList());
		}
		return texts;
	}

	private static double similarity(List<String> one, List<String> other) {
		var common = one.stream().filter(other::contains).count();
		return (double) common / (one.size() + other.size() - common);
	}

}
