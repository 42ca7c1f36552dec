package questionbank.kit;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import questionbank.question.Difficulty;

/**
 * A question that kits may be composed of.
 *
 * @param lastAsked when it was last asked in an interview; {@code null} if never
 * @param duplicates the ids of its near-duplicates. The relation is taken as symmetric
 * and transitive: questions that are linked by others of the pool are near-duplicates too
 */
record PoolQuestion(long id, Difficulty difficulty, Set<String> topics, @Nullable Instant lastAsked,
		Set<Long> duplicates) {
}
