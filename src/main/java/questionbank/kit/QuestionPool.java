package questionbank.kit;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import questionbank.caching.ContentVersion;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionSummary;
import questionbank.textanalysis.TextAnalysis;

/**
 * Reads the questions that kits may be composed of, with their near-duplicates and the
 * time when they were last asked. All but the last is cached until the bank changes.
 */
@Component
class QuestionPool {

	private final QuestionBank bank;

	private final ContentVersion version;

	private final ObjectProvider<QuestionUsage> usages;

	private volatile Bank cached = new Bank("", List.of(), Map.of());

	QuestionPool(QuestionBank bank, ContentVersion version, ObjectProvider<QuestionUsage> usages) {
		this.bank = bank;
		this.version = version;
		this.usages = usages;
	}

	List<PoolQuestion> read() {
		var present = present();
		var lastAsked = new HashMap<Long, Instant>();
		this.usages.forEach((usage) -> usage.lastAsked()
			.get()
			.forEach((question, time) -> lastAsked.merge(question, time,
					(one, other) -> one.isAfter(other) ? one : other)));
		return present.questions()
			.stream()
			.map((question) -> new PoolQuestion(question.id(), question.difficulty(), Set.copyOf(question.topics()),
					lastAsked.get(question.id()), present.duplicates().getOrDefault(question.id(), Set.of())))
			.toList();
	}

	private Bank present() {
		var state = this.version.current();
		var known = this.cached;
		if (state.filter(known.version()::equals).isPresent()) {
			return known;
		}
		var questions = this.bank.all(PinnedQuestions.INTERVIEWER);
		var read = new Bank(state.orElse(""), questions, duplicates(questions));
		this.cached = read;
		return read;
	}

	private static Map<Long, Set<Long>> duplicates(List<QuestionSummary> questions) {
		var prompts = new LinkedHashMap<Long, String>();
		questions.forEach((question) -> prompts.put(question.id(), question.prompt()));
		var duplicates = new HashMap<Long, Set<Long>>();
		TextAnalysis.nearDuplicates(prompts, (compared) -> {
		}).forEach((pair) -> {
			duplicates.computeIfAbsent(pair.one(), (absent) -> new HashSet<>()).add(pair.other());
			duplicates.computeIfAbsent(pair.other(), (absent) -> new HashSet<>()).add(pair.one());
		});
		return duplicates;
	}

	/**
	 * The questions as of a state of the bank.
	 *
	 * @param version the name of the state; empty if it must not be cached
	 * @param duplicates the near-duplicates of each question that has any
	 */
	private record Bank(String version, List<QuestionSummary> questions, Map<Long, Set<Long>> duplicates) {
	}

}
