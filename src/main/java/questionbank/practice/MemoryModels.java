package questionbank.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.practice.ProgressView.MemoryModel;
import questionbank.scheduling.Fsrs;
import questionbank.scheduling.ModelFit;
import questionbank.scheduling.Review;
import questionbank.scheduling.Timestamps;

/**
 * Fits the memory models of learners to their reviews in the background, and switches
 * them. Reviews that do not count towards the plan are used as well: they show how a
 * learner remembers, too.
 * <p>
 * A learner is fitted at most once a day, and only after a tenth more reviews than at the
 * last time. Of several instances, one claims the fit.
 */
@Component
class MemoryModels {

	private static final Logger logger = LoggerFactory.getLogger(MemoryModels.class);

	/** The maximum number of fits in a row; each takes about a second. */
	private static final int BATCH_SIZE = 50;

	private static final Duration INTERVAL = Duration.ofDays(1);

	/** The time since the last use after which there is nothing new to fit. */
	private static final Duration ACTIVE = Duration.ofDays(7);

	private final JdbcClient database;

	private final TransactionOperations transaction;

	private final LearnerRepository learnerRows;

	private final Learners learners;

	private final Cards cards;

	private final Clock clock;

	private final LongTaskTimer timer;

	MemoryModels(JdbcClient database, TransactionOperations transaction, LearnerRepository learnerRows,
			Learners learners, Cards cards, Clock clock, MeterRegistry meters) {
		this.database = database;
		this.transaction = transaction;
		this.learnerRows = learnerRows;
		this.learners = learners;
		this.cards = cards;
		this.clock = clock;
		this.timer = LongTaskTimer.builder("questionbank.model.fit.active")
			.description("Fit of memory models")
			.register(meters);
	}

	/** Fits the models of the learners with enough new reviews. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT20M")
	void fitDue() {
		for (var learner : findDue()) {
			if (Boolean.TRUE.equals(this.transaction.execute((status) -> claim(learner)))) {
				this.timer.record(() -> tryToFit(learner));
			}
		}
	}

	/** A failure for one learner does not keep the others waiting. */
	private void tryToFit(long learner) {
		try {
			fit(learner);
		}
		catch (RuntimeException ex) {
			logger.warn("Memory model of learner {} not fitted, retrying in {}", learner, INTERVAL, ex);
		}
	}

	private List<Long> findDue() {
		var now = this.clock.instant();
		return this.database.sql("""
				select l.id from learner l left join learner_weights w on w.learner_id = l.id
				where l.used_at > :active and (w.learner_id is null or w.enabled and w.claimed_at <= :earlier)
				and (select count(*) from attempt a where a.learner_id = l.id and a.graded_at <= :now)
					>= greatest(:least, 1.1 * coalesce(w.reviews, 0))
				order by w.claimed_at nulls first fetch first :limit rows only""")
			.param("active", now.minus(ACTIVE).atOffset(ZoneOffset.UTC))
			.param("earlier", now.minus(INTERVAL).atOffset(ZoneOffset.UTC))
			.param("now", Timestamps.latest(now).atOffset(ZoneOffset.UTC))
			.param("least", ModelFit.MINIMUM_REVIEWS)
			.param("limit", BATCH_SIZE)
			.query(Long.class)
			.list();
	}

	/** Records the beginning of a fit, unless another instance has. */
	private boolean claim(long learner) {
		var now = this.clock.instant();
		if (this.learnerRows.findForChange(learner).isEmpty()) {
			return false;
		}
		var claimed = this.database.sql("select claimed_at from learner_weights where learner_id = :learner")
			.param("learner", learner)
			.query(OffsetDateTime.class)
			.optional();
		if (claimed.isEmpty()) {
			insert(learner, now);
		}
		else if (claimed.get().toInstant().isAfter(now.minus(INTERVAL))) {
			return false;
		}
		else {
			this.database.sql("update learner_weights set claimed_at = :now where learner_id = :learner")
				.param("now", now.atOffset(ZoneOffset.UTC))
				.param("learner", learner)
				.update();
		}
		return true;
	}

	private void insert(long learner, Instant now) {
		this.database.sql("""
				insert into learner_weights (learner_id, enabled, claimed_at, kept, weights, reviews, predictions,
					loss_before, loss_after, calibration)
				values (:learner, true, :now, false, :none, 0, 0, 0, 0, :none)""")
			.param("learner", learner)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("none", array(Stream.of()))
			.update();
	}

	/** Runs outside transactions while it computes, and holds no database connection. */
	private void fit(long learner) {
		var fit = ModelFit.of(log(learner));
		logger.info("Memory model of learner {} fitted to {} reviews: log-loss {} to {}, {}", learner, fit.reviews(),
				fit.lossBefore(), fit.lossAfter(), fit.isKept() ? "kept" : "not kept");
		this.transaction.executeWithoutResult((status) -> this.learnerRows.findForChange(learner).ifPresent((row) -> {
			var before = this.cards.model(learner);
			save(learner, fit);
			if (replay(learner, before)) {
				saveReplaced(learner, before);
			}
		}));
	}

	private List<Review> log(long learner) {
		return this.database.sql("""
				select question_id, grade, graded_at from attempt
				where learner_id = :learner and grade is not null and graded_at <= :now order by graded_at, id""")
			.param("learner", learner)
			.param("now", Timestamps.latest(this.clock.instant()).atOffset(ZoneOffset.UTC))
			.query(Cards::review)
			.list();
	}

	private void save(long learner, ModelFit fit) {
		this.database
			.sql("""
					update learner_weights set fitted_at = :now, kept = :kept, weights = :weights, replaced_weights = null,
						reviews = :reviews, predictions = :predictions, loss_before = :before, loss_after = :after, calibration = :calibration
					where learner_id = :learner""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("kept", fit.isKept())
			.param("weights", array(Arrays.stream(fit.model().weights()).boxed()))
			.param("reviews", fit.reviews())
			.param("predictions", fit.predictions())
			.param("before", fit.lossBefore())
			.param("after", fit.lossAfter())
			.param("calibration",
					array(fit.calibration()
						.stream()
						.flatMap((bin) -> Stream.of(bin.predicted(), bin.recalled(), (double) bin.size()))))
			.param("learner", learner)
			.update();
	}

	private void saveReplaced(long learner, Fsrs before) {
		this.database.sql("update learner_weights set replaced_weights = :weights where learner_id = :learner")
			.param("weights", array(Arrays.stream(before.weights()).boxed()))
			.param("learner", learner)
			.update();
	}

	private static SqlArrayValue array(Stream<Double> numbers) {
		return new SqlArrayValue("float8", numbers.toArray(Double[]::new));
	}

	/**
	 * Replays the log of a learner if the model has changed.
	 * @return whether it has changed
	 */
	private boolean replay(long learner, Fsrs before) {
		if (Arrays.equals(before.weights(), this.cards.model(learner).weights())) {
			return false;
		}
		this.cards.replay(learner);
		return true;
	}

	/** Switches between the fitted weights of a learner and the default. */
	@Transactional
	void enable(boolean enabled, LearnerIdentity identity) {
		this.learners.findForChange(identity).ifPresent((learner) -> {
			var before = this.cards.model(learner.id());
			this.database
				.sql("update learner_weights set enabled = :enabled, replaced_weights = null "
						+ "where learner_id = :learner")
				.param("enabled", enabled)
				.param("learner", learner.id())
				.update();
			replay(learner.id(), before);
		});
	}

	/** Finds the last fit of a learner. */
	Optional<MemoryModel> find(long learner) {
		return this.database.sql("select * from learner_weights where learner_id = :learner and fitted_at is not null")
			.param("learner", learner)
			.query((row, number) -> new MemoryModel(row.getBoolean("enabled"),
					row.getObject("fitted_at", OffsetDateTime.class).toInstant(), fit(row)))
			.optional();
	}

	/** Finds the model that the last fit of a learner has replaced. */
	Optional<Replacement> findReplaced(long learner) {
		return this.database
			.sql("select * from learner_weights where learner_id = :learner and replaced_weights is not null")
			.param("learner", learner)
			.query((row, number) -> new Replacement(new Fsrs(Cards.numbers(row, "replaced_weights")),
					row.getObject("fitted_at", OffsetDateTime.class).toInstant(), row.getInt("reviews"),
					row.getBoolean("kept")))
			.optional();
	}

	private static ModelFit fit(ResultSet row) throws SQLException {
		var numbers = Cards.numbers(row, "calibration");
		var bins = new ArrayList<ModelFit.Bin>();
		for (int i = 0; i < numbers.length; i += 3) {
			bins.add(new ModelFit.Bin(numbers[i], numbers[i + 1], (int) numbers[i + 2]));
		}
		return new ModelFit(new Fsrs(Cards.numbers(row, "weights")), row.getBoolean("kept"), row.getInt("reviews"),
				row.getInt("predictions"), row.getDouble("loss_before"), row.getDouble("loss_after"), bins);
	}

	/**
	 * A model that a fit has replaced.
	 *
	 * @param before the replaced model
	 * @param reviews the number of reviews of the fit
	 * @param fitted whether the fitted weights have replaced it, or the default ones
	 */
	record Replacement(Fsrs before, Instant at, int reviews, boolean fitted) {
	}

}
