package questionbank.interview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.calibration.CalibrationModel;
import questionbank.calibration.CalibrationModel.Effect;
import questionbank.calibration.CalibrationModel.Estimates;
import questionbank.question.QuestionBank;

/**
 * Caches the estimates of {@link CalibrationModel}, which take seconds for 10,000
 * interviews, and computes them in the background. Estimates older than a minute are
 * refreshed while the older ones are shown with their time.
 */
@Component
class Calibration {

	/** The number of ratings below which nothing is shown of a question or a rater. */
	static final int MINIMUM = 30;

	private static final Duration REFRESH_AFTER = Duration.ofMinutes(1);

	private static final Duration EXPIRE_AFTER = Duration.ofDays(1);

	/** How long a request waits for the first estimates. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	/** The same ratings have the same estimates. */
	private static final long SEED = 1;

	/** The key of the only entry. */
	private static final String ALL = "all";

	private final AsyncLoadingCache<String, Fit> cache;

	private final CountedRatings ratings;

	private final QuestionBank bank;

	private final Clock clock;

	Calibration(CountedRatings ratings, QuestionBank bank, Clock clock) {
		this.ratings = ratings;
		this.bank = bank;
		this.clock = clock;
		this.cache = Caffeine.newBuilder()
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.refreshAfterWrite(REFRESH_AFTER)
			.expireAfterWrite(EXPIRE_AFTER)
			.buildAsync((key) -> fit());
	}

	private Fit fit() {
		var now = this.clock.instant();
		var read = this.ratings.read();
		return new Fit(now, read.size(), CalibrationModel.estimate(read, new SplittableRandom(SEED)),
				this.ratings.names());
	}

	/**
	 * Returns the questions that the viewer may see, and raters: all with an account for
	 * an administrator, otherwise only the viewer. Empty while the first estimates are
	 * computed.
	 */
	Optional<CalibrationView> find(Viewer viewer) {
		return this.cache.get(ALL)
			.thenApply(Optional::of)
			.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.join()
			.map((fit) -> view(fit, viewer));
	}

	private CalibrationView view(Fit fit, Viewer viewer) {
		var questions = shown(fit.estimates().questions());
		var raters = new HashMap<>(fit.estimates().raters());
		raters.keySet().removeIf((rater) -> rater < 0);
		if (!viewer.isAdministrator()) {
			raters.keySet().removeIf((rater) -> rater != Interviews.person(viewer));
		}
		return CalibrationView.of(fit.estimatedAt(), fit.ratings(), most(fit.estimates().questions()), questions,
				this.bank.summaries(questions.keySet(), viewer), shown(raters), most(raters), fit.names());
	}

	private static Map<Long, Effect> shown(Map<Long, Effect> effects) {
		var shown = new HashMap<>(effects);
		shown.values().removeIf((effect) -> effect.ratings() < MINIMUM);
		return shown;
	}

	private static int most(Map<Long, Effect> effects) {
		return effects.values().stream().mapToInt(Effect::ratings).max().orElse(0);
	}

	private record Fit(Instant estimatedAt, int ratings, Estimates estimates, Map<Long, String> names) {
	}

}
