package questionbank.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Local search that improves complete forms: replaces questions by preferred ones, and
 * exchanges questions of the same difficulty between forms, so that their topics are
 * balanced. Each form keeps its difficulty mix and covers all topics throughout.
 * <p>
 * The imbalance is the sum over topics of the squared numbers of questions per form.
 * Topics of the profile have more weight than others; that a question was asked before
 * counts as a topic, so that no form gets all the new questions.
 */
final class FormBalance {

	private static final int PROFILE_TOPIC = 100;

	private static final int ASKED_BEFORE = 10;

	private final QuestionSupply supply;

	private final int[] formOf;

	private final int forms;

	/** The question of each group that is in a form. */
	private final int[] chosenOfGroup;

	/** The topics of each question; the first ones are those of the profile. */
	private final int[][] topicsOf;

	private final int[] weights;

	/** The number of questions by form and topic. */
	private final int[][] counts;

	private FormBalance(QuestionSupply supply, Selection selection, int forms) {
		this.supply = supply;
		this.forms = forms;
		this.formOf = selection.formOf().clone();
		this.chosenOfGroup = new int[supply.groups()];
		Arrays.fill(this.chosenOfGroup, Selection.UNUSED);
		var names = new TreeSet<String>();
		supply.questions().forEach((one) -> names.addAll(one.question().topics()));
		supply.topics().forEach(names::remove);
		var topics = new ArrayList<>(supply.topics());
		topics.addAll(names);
		this.weights = IntStream.rangeClosed(0, topics.size())
			.map((topic) -> (topic < supply.topics().size()) ? PROFILE_TOPIC
					: (topic < topics.size()) ? 1 : ASKED_BEFORE)
			.toArray();
		this.topicsOf = supply.questions()
			.stream()
			.map((one) -> topicsOf(one.question(), topics))
			.toArray(int[][]::new);
		this.counts = new int[forms][topics.size() + 1];
		IntStream.range(0, this.formOf.length)
			.filter(this::isChosen)
			.forEach((index) -> place(index, this.formOf[index]));
	}

	/** Returns the questions of each form, by their indices. */
	static List<List<Integer>> improve(QuestionSupply supply, Selection selection, int forms) {
		var balance = new FormBalance(supply, selection, forms);
		do {
			balance.balance();
		}
		while (balance.replaceByPreferred());
		return IntStream.range(0, forms)
			.mapToObj((form) -> balance.chosen().filter((index) -> balance.formOf[index] == form).boxed().toList())
			.toList();
	}

	private static int[] topicsOf(PoolQuestion question, List<String> topics) {
		return IntStream.rangeClosed(0, topics.size())
			.filter((topic) -> (topic < topics.size()) ? question.topics().contains(topics.get(topic))
					: question.lastAsked() != null)
			.toArray();
	}

	private boolean isChosen(int question) {
		return this.formOf[question] != Selection.UNUSED;
	}

	private IntStream chosen() {
		return IntStream.range(0, this.formOf.length).filter(this::isChosen);
	}

	private void place(int question, int form) {
		this.formOf[question] = form;
		this.chosenOfGroup[this.supply.question(question).group()] = question;
		for (int topic : this.topicsOf[question]) {
			this.counts[form][topic]++;
		}
	}

	private void remove(int question) {
		for (int topic : this.topicsOf[question]) {
			this.counts[this.formOf[question]][topic]--;
		}
		this.chosenOfGroup[this.supply.question(question).group()] = Selection.UNUSED;
		this.formOf[question] = Selection.UNUSED;
	}

	/** Replaces chosen questions by unused ones of less cost until there are none. */
	private boolean replaceByPreferred() {
		boolean replaced = false;
		boolean again = true;
		while (again) {
			again = false;
			for (int question : chosen().toArray()) {
				again |= replaceByPreferred(question);
			}
			replaced |= again;
		}
		return replaced;
	}

	private boolean replaceByPreferred(int question) {
		var cost = this.supply.question(question).cost();
		for (int other = 0; this.supply.question(other).cost() < cost; other++) {
			if (canReplace(question, other)) {
				int form = this.formOf[question];
				remove(question);
				place(other, form);
				return true;
			}
		}
		return false;
	}

	private boolean canReplace(int question, int other) {
		var old = this.supply.question(question);
		var preferred = this.supply.question(other);
		int conflicting = this.chosenOfGroup[preferred.group()];
		return old.difficulty() == preferred.difficulty() && !isChosen(other)
				&& (conflicting == Selection.UNUSED || conflicting == question)
				&& keepsCover(this.formOf[question], old.mask(), preferred.mask());
	}

	/** Whether a form still covers all topics if one question replaces another. */
	private boolean keepsCover(int form, int oldMask, int newMask) {
		for (int lost = oldMask & ~newMask; lost != 0; lost &= lost - 1) {
			if (this.counts[form][Integer.numberOfTrailingZeros(lost)] < 2) {
				return false;
			}
		}
		return true;
	}

	/** Exchanges questions between forms until no exchange lessens the imbalance. */
	private void balance() {
		boolean again = this.forms > 1;
		while (again) {
			again = false;
			var questions = chosen().boxed()
				.sorted(Comparator.comparingInt((index) -> this.supply.question(index).difficulty()))
				.mapToInt(Integer::intValue)
				.toArray();
			for (int one = 0; one < questions.length; one++) {
				for (int other = one + 1; other < questions.length; other++) {
					again |= exchange(questions[one], questions[other]);
				}
			}
		}
	}

	private boolean exchange(int one, int other) {
		var left = this.supply.question(one);
		var right = this.supply.question(other);
		int form = this.formOf[one];
		int target = this.formOf[other];
		if (form == target || left.difficulty() != right.difficulty() || gain(one, other) <= 0
				|| !keepsCover(form, left.mask(), right.mask()) || !keepsCover(target, right.mask(), left.mask())) {
			return false;
		}
		remove(one);
		remove(other);
		place(one, target);
		place(other, form);
		return true;
	}

	/**
	 * Returns by how much the exchange of two questions lessens the imbalance, halved.
	 */
	private long gain(int one, int other) {
		return gainOfMove(one, other) + gainOfMove(other, one);
	}

	/** Counts only the topics that the question of the other form does not have. */
	private long gainOfMove(int question, int other) {
		var from = this.counts[this.formOf[question]];
		var to = this.counts[this.formOf[other]];
		long gain = 0;
		for (int topic : this.topicsOf[question]) {
			if (Arrays.binarySearch(this.topicsOf[other], topic) < 0) {
				gain += (long) this.weights[topic] * (from[topic] - to[topic] - 1);
			}
		}
		return gain;
	}

}
