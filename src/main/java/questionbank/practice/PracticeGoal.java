package questionbank.practice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import questionbank.question.Difficulty;
import questionbank.question.QuestionFilter;
import questionbank.question.QuestionSort;
import questionbank.scheduling.StudyTarget;

/**
 * What somebody practises for.
 *
 * @param date the day of the interview, or {@code null} to practise without one
 * @param dailyLimit the maximum number of questions a day, from 1 to 200
 * @param difficulties empty for all
 * @param topics slugs; empty for all
 */
public record PracticeGoal(@Nullable LocalDate date, int dailyLimit, Set<Difficulty> difficulties, Set<String> topics) {

	/** Whoever has not said anything. */
	static final PracticeGoal NONE = new PracticeGoal(null, 10, Set.of(), Set.of());

	/** The most questions a day. */
	static final int MOST = 200;

	/** The questions that are practised for it. */
	QuestionFilter questions() {
		return new QuestionFilter("", this.difficulties, this.topics, QuestionSort.NUMBER);
	}

	/** Returns what the planner has to know of this goal. */
	StudyTarget target() {
		return new StudyTarget(this.date, this.dailyLimit);
	}

	/** Returns the same plan for other topics. */
	PracticeGoal about(Collection<String> others) {
		return new PracticeGoal(this.date, this.dailyLimit, this.difficulties, Set.copyOf(others));
	}

	/**
	 * Returns the day of the interview, or {@code null} if there is none or it has
	 * passed.
	 * @param today the calendar day
	 */
	public @Nullable LocalDate ahead(LocalDate today) {
		return target().upcoming(today);
	}

	/**
	 * Whether it holds nothing any more: it is the default, or its interview has passed.
	 * @param today the calendar day
	 */
	boolean isVoid(LocalDate today) {
		return equals(NONE) || (this.date != null && ahead(today) == null);
	}

	/** Whether only some questions are practised. */
	public boolean isNarrowed() {
		return !this.difficulties.isEmpty() || !this.topics.isEmpty();
	}

}
