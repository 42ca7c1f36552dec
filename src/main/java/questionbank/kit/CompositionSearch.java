package questionbank.kit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import questionbank.kit.Selection.Missing;
import questionbank.question.Difficulty;

/**
 * Branch and bound over the questions that cover the topics: topic by topic, the scarcest
 * first, and form by form. The other positions are filled in the order of preference; by
 * Hall's condition it is known at each node whether they can be.
 * <p>
 * Questions with the same difficulty, and the same topics among those that are not yet
 * covered in all forms, are interchangeable, so only the preferred one is tried. So are
 * forms with the same open positions and topics: they take questions in one order only.
 * <p>
 * The problem is NP-hard (disjoint set covers). The search is exact within
 * {@value #NODES} nodes, which is enough unless the pool hardly suffices for many topics
 * and forms; a composition that it has found is improved within {@value #IMPROVEMENT}
 * more.
 */
final class CompositionSearch {

	private static final int NODES = 20_000;

	private static final int IMPROVEMENT = 1_000;

	private static final int DIFFICULTIES = Difficulty.values().length;

	private final QuestionSupply supply;

	private final SearchState state;

	private final int topics;

	private final int topicsPerMissing;

	/** Whether the objective is the number of missing questions instead of the cost. */
	private final boolean countsMissing;

	/** The questions with each topic, in the order in which they are tried. */
	private final int[][] candidates;

	/**
	 * For each candidate, the index of the first that is interchangeable with it.
	 */
	private final int[][] kinds;

	/** The kind that was taken at each step, and the form's signature before. */
	private final int[] takenKinds;

	private final long[] signatures;

	/**
	 * The most topics that an open position is counted on to cover. As many as a missing
	 * question may have, and the search never runs into a dead end; but it may miss the
	 * best composition.
	 */
	private int topicsPerPosition = Integer.MAX_VALUE;

	private final long lowerBound;

	private int nodes;

	private int limit = NODES;

	private long best = Long.MAX_VALUE;

	private @Nullable Selection found;

	private CompositionSearch(QuestionSupply supply, CompositionProfile profile, boolean countsMissing) {
		this.supply = supply;
		this.state = new SearchState(supply, profile);
		this.topics = supply.topics().size();
		this.topicsPerMissing = profile.topicsPerQuestion();
		this.countsMissing = countsMissing;
		this.candidates = new int[this.topics][];
		this.kinds = new int[this.topics][];
		for (int topic = 0; topic < this.topics; topic++) {
			this.candidates[topic] = candidates(topic);
			this.kinds[topic] = kinds(topic);
		}
		int steps = this.topics * profile.forms();
		this.takenKinds = new int[steps];
		this.signatures = new long[steps];
		this.lowerBound = bound();
	}

	/** Searches for the composition with the least cost. */
	static Result composition(QuestionSupply supply, CompositionProfile profile) {
		return new CompositionSearch(supply, profile, false).run();
	}

	/** Searches for the composition with the fewest missing questions. */
	static Result fewestMissing(QuestionSupply supply, CompositionProfile profile) {
		return new CompositionSearch(supply, profile, true).run();
	}

	private Result run() {
		if (this.countsMissing) {
			this.topicsPerPosition = this.topicsPerMissing;
			search(0);
			this.topicsPerPosition = Integer.MAX_VALUE;
			this.nodes = 0;
			this.limit = NODES;
		}
		search(0);
		return new Result(this.found, this.nodes <= this.limit || this.best == this.lowerBound);
	}

	/** Preferred ones first, of these the ones with most topics not covered before. */
	private int[] candidates(int topic) {
		return IntStream.range(0, this.supply.questions().size())
			.filter((index) -> (this.supply.question(index).mask() >> topic & 1) != 0)
			.boxed()
			.sorted((one, other) -> {
				var a = this.supply.question(one);
				var b = this.supply.question(other);
				int costs = this.countsMissing ? 0 : Long.compare(a.cost(), b.cost());
				return (costs != 0) ? costs : Integer.bitCount(b.mask() >> topic) - Integer.bitCount(a.mask() >> topic);
			})
			.mapToInt(Integer::intValue)
			.toArray();
	}

	private int[] kinds(int topic) {
		var first = new HashMap<Integer, Integer>();
		var kinds = new int[this.candidates[topic].length];
		for (int index = 0; index < kinds.length; index++) {
			var one = this.supply.question(this.candidates[topic][index]);
			var kind = (one.mask() >> topic) * DIFFICULTIES + one.difficulty();
			var earlier = one.alone() ? first.putIfAbsent(kind, index) : null;
			kinds[index] = (earlier != null) ? earlier : index;
		}
		return kinds;
	}

	private void search(int step) {
		if (isEnded() || ++this.nodes > this.limit || bound() >= this.best) {
			return;
		}
		int next = step;
		while (next < this.signatures.length && isCovered(next)) {
			this.signatures[next++] = -1;
		}
		if (next == this.signatures.length) {
			complete();
		}
		else {
			branch(next);
		}
	}

	private boolean isEnded() {
		return this.nodes > this.limit || this.best == this.lowerBound;
	}

	private long bound() {
		for (int form = 0; form < this.state.forms(); form++) {
			if (this.state.isTooFull(form, this.topicsPerPosition)) {
				return Long.MAX_VALUE;
			}
		}
		int missing = this.state.missingAtLeast();
		if (this.countsMissing) {
			return missing;
		}
		return (missing > 0) ? Long.MAX_VALUE : this.state.costAtLeast();
	}

	private boolean isCovered(int step) {
		return (this.state.lacking(form(step)) >> topic(step) & 1) == 0;
	}

	private int topic(int step) {
		return step / this.state.forms();
	}

	private int form(int step) {
		return step % this.state.forms();
	}

	private void complete() {
		var selection = this.state.complete();
		var value = this.countsMissing ? selection.missing().size() : selection.cost();
		if (value < this.best) {
			this.best = value;
			this.found = selection;
			this.limit = Math.min(NODES, this.nodes + IMPROVEMENT);
		}
	}

	private void branch(int step) {
		int form = form(step);
		var candidates = this.candidates[topic(step)];
		var tried = new BitSet();
		this.signatures[step] = this.state.signature(form);
		var isLikeLast = form > 0 && this.signatures[step - 1] == this.signatures[step];
		int first = isLikeLast ? this.takenKinds[step - 1] : 0;
		for (int index = first; index < candidates.length && !isEnded(); index++) {
			int kind = this.kinds[topic(step)][index];
			if (kind >= first && !tried.get(kind) && this.state.canTake(candidates[index], form)) {
				tried.set(kind);
				this.takenKinds[step] = kind;
				var covered = this.state.take(candidates[index], form);
				search(step + 1);
				this.state.giveBack(candidates[index], form, covered);
			}
		}
		if (this.countsMissing) {
			branchOnMissing(step, first - candidates.length);
		}
	}

	private void branchOnMissing(int step, int first) {
		int form = form(step);
		int kind = 0;
		for (var question : missing(form, topic(step))) {
			if (kind >= first && !isEnded()) {
				this.takenKinds[step] = this.candidates[topic(step)].length + kind;
				var covered = this.state.makeUp(question, form);
				search(step + 1);
				this.state.takeBack(form, covered);
			}
			kind++;
		}
	}

	/** Returns the missing questions that would cover a topic, and as many as may be. */
	private List<Missing> missing(int form, int topic) {
		var lacking = this.state.lacking(form);
		var size = Math.min(this.topicsPerMissing, Integer.bitCount(lacking));
		return IntStream.rangeClosed(1, lacking)
			.filter((mask) -> (mask & ~lacking) == 0 && (mask >> topic & 1) != 0 && Integer.bitCount(mask) == size)
			.boxed()
			.flatMap((mask) -> IntStream.range(0, DIFFICULTIES)
				.filter((difficulty) -> this.state.hasOpen(form, difficulty))
				.mapToObj((difficulty) -> new Missing(difficulty, mask)))
			.toList();
	}

	/**
	 * The result of a search.
	 *
	 * @param selection the best composition; {@code null} if none was found
	 * @param proven whether it is proven that there is none better
	 */
	record Result(@Nullable Selection selection, boolean proven) {
	}

}
