package questionbank.scheduling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares rules for what counts as the same day, on a log of recorded reviews: the mean
 * log-loss of the probability of recall that the model predicts for the first review of a
 * card on a later practice day.
 * <p>
 * The log is a CSV file without quotes whose header names at least {@code card_id},
 * {@code review_rating} (1 to 4) and {@code review_time} (ISO 8601 with an offset, or
 * milliseconds since 1970).
 */
final class ReviewBenchmark {

	private static final double DAY = Duration.ofDays(1).toMillis();

	private final PracticeDays days;

	private final Map<String, List<Entry>> cards;

	private ReviewBenchmark(PracticeDays days, Map<String, List<Entry>> cards) {
		this.days = days;
		this.cards = cards;
	}

	public static void main(String[] args) {
		var file = System.getProperty("bench.reviews");
		if (file == null) {
			throw new IllegalArgumentException("Missing the file of the review log: -Dbench.reviews=FILE.csv");
		}
		var zone = ZoneId.of(System.getProperty("bench.zone", "UTC"));
		var benchmark = new ReviewBenchmark(new PracticeDays(zone), read(Path.of(file)));
		System.out.printf(Locale.ROOT, "%,d reviews of %,d cards; practice days from %s in %s%n%n",
				benchmark.cards.values().stream().mapToInt(List::size).sum(), benchmark.cards.size(),
				PracticeDays.DEFAULT_START, zone);
		System.out.println("| rule | predictions | log-loss |");
		System.out.println("|---|--:|--:|");
		for (var rule : Rule.values()) {
			System.out.println(benchmark.row(rule));
		}
	}

	private String row(Rule rule) {
		var losses = this.cards.values()
			.stream()
			.flatMap((reviews) -> losses(reviews, rule).stream())
			.mapToDouble(Double::doubleValue)
			.summaryStatistics();
		return String.format(Locale.ROOT, "| %s | %,d | %.4f |", rule.text, losses.getCount(), losses.getAverage());
	}

	/** Returns the log-loss of each prediction for a card. */
	private List<Double> losses(List<Entry> reviews, Rule rule) {
		var losses = new ArrayList<Double>();
		Memory memory = null;
		Instant last = Instant.MIN;
		for (var review : reviews) {
			if (memory == null) {
				memory = Fsrs.DEFAULT.first(review.grade);
			}
			else {
				var elapsed = Duration.between(last, review.at).toMillis() / DAY;
				var later = ChronoUnit.DAYS.between(this.days.dayOf(last), this.days.dayOf(review.at));
				if (later > 0) {
					var recall = Fsrs.DEFAULT.retrievability(rule.predicted(elapsed, later), memory.stability());
					losses.add(-Math.log((review.grade == Grade.AGAIN) ? 1 - recall : recall));
				}
				memory = Fsrs.DEFAULT.next(memory, review.grade, rule.counted(elapsed, later));
			}
			last = review.at;
		}
		return losses;
	}

	static Map<String, List<Entry>> read(Path file) {
		try (var lines = Files.lines(file)) {
			var rows = lines.filter((line) -> !line.isBlank()).map((line) -> List.of(line.split(",", -1))).toList();
			var header = rows.get(0);
			int card = header.indexOf("card_id");
			int rating = header.indexOf("review_rating");
			int time = header.indexOf("review_time");
			return rows.stream()
				.skip(1)
				.map((row) -> new Entry(row.get(card), Grade.values()[Integer.parseInt(row.get(rating)) - 1],
						moment(row.get(time))))
				.sorted(Comparator.comparing(Entry::at))
				.collect(Collectors.groupingBy(Entry::card, TreeMap::new, Collectors.toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Instant moment(String text) {
		return text.matches("[0-9]+") ? Instant.ofEpochMilli(Long.parseLong(text))
				: OffsetDateTime.parse(text).toInstant();
	}

	/** A rule for what counts as the same day, and for the elapsed days otherwise. */
	private enum Rule {

		/** The rule of py-fsrs. */
		HOURS("less than 24 hours are the same day"),

		/** The rule of Anki. */
		CALENDAR("practice days of the calendar"),

		/** The rule of {@link Fsrs#next}. */
		FRACTIONS("up to 6 hours are the same day, else at least one day");

		private final String text;

		Rule(String text) {
			this.text = text;
		}

		/** Returns the elapsed days for the prediction of recall. */
		double predicted(double elapsed, long days) {
			return switch (this) {
				case HOURS -> elapsed;
				case CALENDAR -> days;
				case FRACTIONS -> Math.max(1, elapsed);
			};
		}

		/**
		 * Returns the elapsed days for the update of the memory state; 0 on the same day.
		 */
		double counted(double elapsed, long days) {
			return switch (this) {
				case HOURS -> (elapsed < 1) ? 0 : elapsed;
				case CALENDAR -> days;
				case FRACTIONS -> elapsed;
			};
		}

	}

	/** A line of the log. */
	record Entry(String card, Grade grade, Instant at) {
	}

}
