package questionbank.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;

import questionbank.kit.Selection.Missing;
import questionbank.question.Difficulty;

/**
 * A partial composition: the questions chosen so far, with the lower bounds of what it
 * still takes to complete it.
 */
final class SearchState {

	private static final int DIFFICULTIES = Difficulty.values().length;

	private final QuestionSupply supply;

	private final int topicsPerMissing;

	private final int mostTopics;

	private final int[][] byDifficulty;

	private final int[] groupDifficulties;

	private final int[] groupMasks;

	/** The open positions by form and difficulty. */
	private final int[][] open;

	private final int[] openInAll = new int[DIFFICULTIES];

	/** The topics that each form lacks, as bits. */
	private final int[] lacking;

	/** How many forms lack each topic. */
	private final int[] formsLacking;

	private final int[] formOf;

	private final boolean[] usedGroup;

	/** The number of unused groups by the difficulties of their questions. */
	private final int[] groupsByDifficulties = new int[1 << DIFFICULTIES];

	/** The number of unused groups by topic. */
	private final int[] groupsByTopic;

	private final Deque<Missing> missing = new ArrayDeque<>();

	private long cost;

	SearchState(QuestionSupply supply, CompositionProfile profile) {
		this.supply = supply;
		this.topicsPerMissing = profile.topicsPerQuestion();
		this.mostTopics = Math.max(this.topicsPerMissing, supply.mostTopics());
		this.byDifficulty = new int[DIFFICULTIES][];
		this.open = new int[profile.forms()][DIFFICULTIES];
		for (var difficulty : Difficulty.values()) {
			this.byDifficulty[difficulty.ordinal()] = supply.ofDifficulty(difficulty.ordinal());
			this.openInAll[difficulty.ordinal()] = profile.forms() * profile.count(difficulty);
			for (var form : this.open) {
				form[difficulty.ordinal()] = profile.count(difficulty);
			}
		}
		var topics = supply.topics().size();
		this.lacking = new int[profile.forms()];
		Arrays.fill(this.lacking, (1 << topics) - 1);
		this.formsLacking = new int[topics];
		Arrays.fill(this.formsLacking, profile.forms());
		this.formOf = new int[supply.questions().size()];
		Arrays.fill(this.formOf, Selection.UNUSED);
		this.usedGroup = new boolean[supply.groups()];
		this.groupDifficulties = supply.groupDifficulties();
		this.groupMasks = supply.groupMasks();
		this.groupsByTopic = new int[topics];
		for (int group = 0; group < supply.groups(); group++) {
			countGroup(group, 1);
		}
	}

	private void countGroup(int group, int sign) {
		this.usedGroup[group] = sign < 0;
		this.groupsByDifficulties[this.groupDifficulties[group]] += sign;
		for (int topics = this.groupMasks[group]; topics != 0; topics &= topics - 1) {
			this.groupsByTopic[Integer.numberOfTrailingZeros(topics)] += sign;
		}
	}

	int forms() {
		return this.open.length;
	}

	long cost() {
		return this.cost;
	}

	int lacking(int form) {
		return this.lacking[form];
	}

	boolean hasOpen(int form, int difficulty) {
		return this.open[form][difficulty] > 0;
	}

	boolean canTake(int question, int form) {
		var one = this.supply.question(question);
		return !this.usedGroup[one.group()] && hasOpen(form, one.difficulty());
	}

	/**
	 * Returns what makes forms interchangeable: their open positions and lacking topics.
	 */
	long signature(int form) {
		long signature = this.lacking[form];
		for (int count : this.open[form]) {
			signature = signature * 64 + count;
		}
		return signature;
	}

	/** Takes a question into a form, and returns the topics that the form lacked. */
	int take(int question, int form) {
		var one = this.supply.question(question);
		countGroup(one.group(), -1);
		this.formOf[question] = form;
		this.cost += one.cost();
		return fill(form, one.difficulty(), one.mask());
	}

	void giveBack(int question, int form, int covered) {
		var one = this.supply.question(question);
		countGroup(one.group(), 1);
		this.formOf[question] = Selection.UNUSED;
		this.cost -= one.cost();
		open(form, one.difficulty(), covered);
	}

	/** Makes up a question, and returns the topics that the form lacked. */
	int makeUp(Missing question, int form) {
		this.missing.push(question);
		return fill(form, question.difficulty(), question.mask());
	}

	void takeBack(int form, int covered) {
		open(form, this.missing.pop().difficulty(), covered);
	}

	private int fill(int form, int difficulty, int mask) {
		var covered = this.lacking[form] & mask;
		this.open[form][difficulty]--;
		this.openInAll[difficulty]--;
		cover(form, covered, -1);
		return covered;
	}

	private void open(int form, int difficulty, int covered) {
		this.open[form][difficulty]++;
		this.openInAll[difficulty]++;
		cover(form, covered, 1);
	}

	private void cover(int form, int covered, int sign) {
		this.lacking[form] ^= covered;
		for (int topics = covered; topics != 0; topics &= topics - 1) {
			this.formsLacking[Integer.numberOfTrailingZeros(topics)] += sign;
		}
	}

	/** Whether a form has too few open positions for the topics that it lacks. */
	boolean isTooFull(int form, int topicsPerPosition) {
		int topics = Math.min(topicsPerPosition, this.mostTopics);
		return Integer.bitCount(this.lacking[form]) > Arrays.stream(this.open[form]).sum() * topics;
	}

	/** Returns a lower bound of how many questions are missing in all. */
	int missingAtLeast() {
		int topics = 0;
		for (int topic = 0; topic < this.formsLacking.length; topic++) {
			topics += Math.max(0, this.formsLacking[topic] - this.groupsByTopic[topic]);
		}
		var forTopics = (topics + this.topicsPerMissing - 1) / this.topicsPerMissing;
		return this.missing.size() + Math.max(forTopics, deficiency());
	}

	/**
	 * Returns how many of the open positions cannot be filled, if topics do not count:
	 * the deficiency of the matching of groups and positions, by the theorem of Kőnig and
	 * Ore.
	 */
	private int deficiency() {
		int deficiency = 0;
		for (int difficulties = 1; difficulties < this.groupsByDifficulties.length; difficulties++) {
			int lack = 0;
			for (int difficulty = 0; difficulty < DIFFICULTIES; difficulty++) {
				lack += ((difficulties >> difficulty & 1) != 0) ? this.openInAll[difficulty] : 0;
			}
			for (int others = 1; others < this.groupsByDifficulties.length; others++) {
				lack -= ((others & difficulties) != 0) ? this.groupsByDifficulties[others] : 0;
			}
			deficiency = Math.max(deficiency, lack);
		}
		return deficiency;
	}

	/** Returns a lower bound of the cost of all questions of the supply in the end. */
	long costAtLeast() {
		long sum = this.cost;
		for (int difficulty = 0; difficulty < DIFFICULTIES; difficulty++) {
			int rest = this.openInAll[difficulty];
			for (int next = 0; rest > 0 && next < this.byDifficulty[difficulty].length; next++) {
				var one = this.supply.question(this.byDifficulty[difficulty][next]);
				if (!this.usedGroup[one.group()]) {
					sum += one.cost();
					rest--;
				}
			}
		}
		return sum;
	}

	/**
	 * Returns a selection that fills all open positions in the order of preference, with
	 * missing questions where the supply does not suffice. All topics must be covered.
	 */
	Selection complete() {
		var taken = new ArrayList<Integer>();
		for (int question = 0; question < this.formOf.length; question++) {
			int form = formWithOpen(this.supply.question(question).difficulty());
			if (form >= 0 && canTake(question, form)) {
				var before = deficiency();
				take(question, form);
				taken.add(question);
				if (deficiency() > before) {
					giveBack(taken.remove(taken.size() - 1), form, 0);
				}
			}
		}
		var lacked = new ArrayList<>(this.missing);
		for (int difficulty = 0; difficulty < DIFFICULTIES; difficulty++) {
			lacked.addAll(Collections.nCopies(this.openInAll[difficulty], new Missing(difficulty, 0)));
		}
		var selection = new Selection(this.formOf.clone(), lacked, this.cost);
		taken.forEach((question) -> giveBack(question, this.formOf[question], 0));
		return selection;
	}

	private int formWithOpen(int difficulty) {
		for (int form = 0; form < this.open.length; form++) {
			if (hasOpen(form, difficulty)) {
				return form;
			}
		}
		return -1;
	}

}
