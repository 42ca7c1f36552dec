package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import questionbank.scheduling.Card.State;

import static org.assertj.core.api.Assertions.assertThat;

/** Properties of the spread intervals, over 4,000 random histories. */
class SchedulerPropertyTests {

	private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

	private static final Scheduler EXACT = new Scheduler(Fsrs.DEFAULT, 0.9, false);

	private static final Scheduler SPREAD = new Scheduler(Fsrs.DEFAULT, 0.9, true);

	@Test
	void aBetterGradeIsNeverDueSooner() {
		reviews().forEach((review) -> {
			var due = Arrays.stream(Grade.values()).map((grade) -> review.card(SPREAD, grade).dueAt()).toList();
			assertThat(due).as("%s", review).isSorted();
		});
	}

	@Test
	void anIntervalLongerThanTheLastGapStaysLonger() {
		reviews().filter((review) -> review.before != null).forEach((review) -> {
			for (var grade : Grade.values()) {
				var exact = review.card(EXACT, grade);
				if (exact.state() == State.REVIEW && interval(exact).compareTo(review.gap()) > 0) {
					assertThat(interval(review.card(SPREAD, grade))).as("%s of %s", grade, review)
						.isGreaterThan(review.gap());
				}
			}
		});
	}

	@Test
	void staysWithinTheRangeOfTheReferenceImplementations() {
		reviews().forEach((review) -> {
			for (var grade : Grade.values()) {
				var exact = review.card(EXACT, grade);
				var days = interval(exact).toDays();
				var delta = (days < 2.5) ? 0 : 1 + 0.15 * Math.min(days - 2.5, 4.5)
						+ 0.10 * Math.max(Math.min(days, 20) - 7, 0) + 0.05 * Math.max(days - 20, 0);
				assertThat((double) interval(review.card(SPREAD, grade)).toDays()).as("%s of %s", grade, review)
					.isBetween(days - delta - 0.5, Math.min(days + delta + 0.5, Fsrs.LONGEST));
			}
		});
	}

	@Test
	void changesNeitherStepsNorMemory() {
		reviews().forEach((review) -> {
			for (var grade : Grade.values()) {
				var exact = review.card(EXACT, grade);
				var spread = review.card(SPREAD, grade);
				assertThat(spread.memory()).isEqualTo(exact.memory());
				if (exact.state() != State.REVIEW) {
					assertThat(spread).isEqualTo(exact);
				}
			}
		});
	}

	private static Duration interval(Card card) {
		return Duration.between(card.reviewedAt(), card.dueAt());
	}

	/**
	 * All reviews of histories of up to twelve, each early, on time or late; most answers
	 * are recalled.
	 */
	private static Stream<Sample> reviews() {
		return Stream.iterate(0L, (seed) -> seed + 1).limit(4_000).flatMap((question) -> {
			var random = new SplittableRandom(question);
			var history = Stream.<Sample>builder();
			var review = new Sample(null, START, question, 0);
			for (int length = 1 + random.nextInt(12); review.number < length;) {
				history.add(review);
				var grade = Grade.values()[(random.nextInt(6) == 0) ? 0 : 1 + random.nextInt(3)];
				var card = review.card(SPREAD, grade);
				var wait = (long) (interval(card).toMillis() * Math.exp(random.nextDouble(-1.5, 1)));
				review = new Sample(card, review.at.plusMillis(Math.max(1_000, wait)), question, review.number + 1);
			}
			return history.build();
		});
	}

	/** A review before its grade; the number of earlier reviews is its seed. */
	private record Sample(@Nullable Card before, Instant at, long question, int number) {

		Card card(Scheduler scheduler, Grade grade) {
			var first = (this.before != null) ? new ReviewedCard(this.question, this.before, this.number, grade) : null;
			return ReviewedCard.next(first, this.question, grade, this.at, scheduler);
		}

		Duration gap() {
			return (this.before != null) ? Duration.between(this.before.reviewedAt(), this.at) : Duration.ZERO;
		}

	}

}
