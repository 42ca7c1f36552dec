package questionbank.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionStatus;

/** Reads the questions of kits, and pins questions as they are now. */
@Component
class PinnedQuestions {

	/**
	 * Kits are shared by all interviewers, and so have only questions that every
	 * interviewer sees: published ones.
	 */
	static final Viewer INTERVIEWER = new Viewer(Role.INTERVIEWER, "");

	private final QuestionBank bank;

	PinnedQuestions(QuestionBank bank) {
		this.bank = bank;
	}

	/** Finds a question that kits may have. */
	Optional<QuestionDetails> find(long id) {
		return this.bank.find(id, INTERVIEWER);
	}

	/**
	 * Pins the present revision of questions; those that kits may not have are left out.
	 */
	List<KitQuestion> pin(Collection<Long> ids) {
		var found = find(ids);
		return ids.stream().map(found::get).filter(Objects::nonNull).map(PinnedQuestions::pin).toList();
	}

	/** Pins the present revision of a question, with all of its probes. */
	static KitQuestion pin(QuestionDetails question) {
		return new KitQuestion(question.id(), question.version(),
				KitQuestion.defaultMinutes(question.content().difficulty()), question.content().probes());
	}

	/**
	 * Finds a question with a revision that kits may pin: a published one of a published
	 * question. Others, such as drafts, are not shown to interviewers.
	 */
	Optional<PinnedQuestion> findPinnable(KitQuestion question) {
		return find(question.question()).flatMap((present) -> read(question))
			.filter((pinned) -> pinned.content().status() == QuestionStatus.PUBLISHED);
	}

	/** Reads the questions of a kit, in order, with two queries. */
	List<PinnedQuestion> read(List<KitQuestion> questions) {
		var present = find(questions.stream().map(KitQuestion::question).toList());
		var contents = this.bank.contents(questions.stream().map(PinnedQuestions::key).toList());
		var read = new ArrayList<PinnedQuestion>();
		for (var question : questions) {
			var content = contents.get(key(question));
			if (content != null) {
				read.add(new PinnedQuestion(question, content, present.get(question.question())));
			}
		}
		return List.copyOf(read);
	}

	/**
	 * Counts the questions of each kit that were changed, retired or unpublished since
	 * they were pinned, in one query.
	 * @param kits the questions by the number of the kit
	 */
	Map<Long, Long> countOutdated(Map<Long, List<KitQuestion>> kits) {
		var present = find(kits.values().stream().flatMap(List::stream).map(KitQuestion::question).distinct().toList());
		return kits.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (kit) -> kit.getValue().stream().filter((question) -> {
				var now = present.get(question.question());
				return now == null || now.version() != question.revision();
			}).count()));
	}

	/** Reads a question of a kit. */
	Optional<PinnedQuestion> read(KitQuestion question) {
		return read(List.of(question)).stream().findFirst();
	}

	private Map<Long, QuestionDetails> find(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: this.bank.find(ids, INTERVIEWER)
					.stream()
					.collect(Collectors.toMap(QuestionDetails::id, Function.identity()));
	}

	private static QuestionBank.RevisionKey key(KitQuestion question) {
		return new QuestionBank.RevisionKey(question.question(), question.revision());
	}

}
