package questionbank.practice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import questionbank.question.Difficulty;
import questionbank.question.QuestionFilter;
import questionbank.question.QuestionFilter.Sort;
import questionbank.scheduling.StudyTarget;

/**
 * The goal of a learner's practice.
 *
 * @param date the day of the interview, or {@code null} to practise without one
 * @param dailyLimit the maximum number of questions a day, from 1 to 200
 * @param difficulties empty for all
 * @param topics slugs; empty for all
 */
public record PracticeGoal(@Nullable LocalDate date, int dailyLimit, Set<Difficulty> difficulties, Set<String> topics) {

	/** The default goal. */
	static final PracticeGoal NONE = new PracticeGoal(null, 10, Set.of(), Set.of());

	/** The greatest daily limit. */
	static final int MAXIMUM_DAILY_LIMIT = 200;

	/** Returns the filter that selects the questions of this goal. */
	QuestionFilter filter() {
		return new QuestionFilter("", this.difficulties, this.topics, Sort.NUMBER);
	}

	/** Whether a question with this difficulty and these topics matches. */
	boolean includes(Difficulty difficulty, Collection<String> topics) {
		return (this.difficulties.isEmpty() || this.difficulties.contains(difficulty))
				&& (this.topics.isEmpty() || topics.stream().anyMatch(this.topics::contains));
	}

	/** Whether it selects the same questions as another goal. */
	boolean selectsSameAs(PracticeGoal other) {
		return this.difficulties.equals(other.difficulties) && this.topics.equals(other.topics);
	}

	/** Returns the part of this goal that the planner uses. */
	StudyTarget target() {
		return new StudyTarget(this.date, this.dailyLimit);
	}

	/** Returns a copy with other topics. */
	PracticeGoal withTopics(Collection<String> topics) {
		return new PracticeGoal(this.date, this.dailyLimit, this.difficulties, Set.copyOf(topics));
	}

	/**
	 * Returns the day of the interview, or {@code null} if there is none or it has
	 * passed.
	 * @param today the calendar day
	 */
	public @Nullable LocalDate upcoming(LocalDate today) {
		return target().upcoming(today);
	}

	/**
	 * Whether nothing of it is in force: it is the default, or its interview has passed.
	 * @param today the calendar day
	 */
	boolean isExpired(LocalDate today) {
		return equals(NONE) || (this.date != null && upcoming(today) == null);
	}

	/** Whether it selects only some of the questions. */
	public boolean isNarrowed() {
		return !this.difficulties.isEmpty() || !this.topics.isEmpty();
	}

}
