package questionbank.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionBulk.BankChange;

/**
 * Lists what was done at the desk, the latest first: changes to questions, and pairs that
 * were marked as different.
 */
@Component
class RecentChanges {

	private static final int PAGE_SIZE = 20;

	/** A time after every mark, within the range of every database. */
	private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	private final QuestionBulk bulk;

	private final Duplicates duplicates;

	private final QuestionBank bank;

	RecentChanges(QuestionBulk bulk, Duplicates duplicates, QuestionBank bank) {
		this.bulk = bulk;
		this.duplicates = duplicates;
		this.bank = bank;
	}

	/** Lists the entries of a page. */
	Timeline list(Position from, Viewer viewer) {
		var changes = this.bulk.recent(from.before(), PAGE_SIZE + 1).stream().map(Change::of).toList();
		var marks = marks(this.duplicates.findDifferences(from.until(), PAGE_SIZE + 1), viewer);
		var entries = merge(changes, marks);
		var earlier = (changes.size() + marks.size() > PAGE_SIZE) ? from.after(entries) : null;
		return new Timeline(entries, earlier);
	}

	private List<Mark> marks(List<Duplicates.Difference> found, Viewer viewer) {
		var questions = this.bank
			.summaries(found.stream().flatMap((pair) -> Stream.of(pair.one(), pair.other())).toList(), viewer);
		return found.stream()
			.map((pair) -> new Mark(pair.one(), Objects.requireNonNull(questions.get(pair.one())).prompt(),
					pair.other(), Objects.requireNonNull(questions.get(pair.other())).prompt(), pair.author(),
					pair.createdAt()))
			.toList();
	}

	/** Merges by time. Both lists keep their order, as their positions depend on it. */
	private static List<Entry> merge(List<Change> changes, List<Mark> marks) {
		var merged = new ArrayList<Entry>();
		int change = 0;
		int mark = 0;
		while (merged.size() < PAGE_SIZE && (change < changes.size() || mark < marks.size())) {
			var isMark = change == changes.size()
					|| mark < marks.size() && marks.get(mark).createdAt().isAfter(changes.get(change).createdAt());
			merged.add(isMark ? marks.get(mark++) : changes.get(change++));
		}
		return merged;
	}

	/**
	 * A page of the list.
	 *
	 * @param earlier where the next page begins; {@code null} on the last one
	 */
	record Timeline(List<Entry> entries, @Nullable Position earlier) {
	}

	/**
	 * Where a page of the list begins.
	 *
	 * @param change the id of the change before which it begins; {@code null} for the
	 * latest
	 * @param mark the time of the mark before which it begins, in microseconds since the
	 * epoch; {@code null} for the latest
	 */
	record Position(@Nullable Long change, @Nullable Long mark) {

		/** Parses a position. A malformed one is that of the latest entry. */
		static Position of(String change, String mark) {
			return new Position(parse(change), parse(mark));
		}

		private static @Nullable Long parse(String number) {
			return number.matches("[0-9]{1,18}") ? Long.valueOf(number) : null;
		}

		long before() {
			return (this.change != null) ? this.change : Long.MAX_VALUE;
		}

		Instant until() {
			var time = (this.mark != null) ? Instant.EPOCH.plus(this.mark, ChronoUnit.MICROS) : END;
			return time.isBefore(END) ? time : END;
		}

		Position after(List<Entry> entries) {
			var position = this;
			for (var entry : entries) {
				position = entry.follow(position);
			}
			return position;
		}

	}

	/** An entry of the list. */
	sealed interface Entry {

		/** Returns the position after the entry. */
		Position follow(Position position);

		default boolean isMark() {
			return this instanceof Mark;
		}

	}

	/** A change to questions. */
	record Change(long id, @Nullable Long batch, long size, long question, int number, String prompt, String author,
			String reason, Instant createdAt, List<FieldDiff> changes) implements Entry {

		static Change of(BankChange made) {
			var change = made.change();
			return new Change(made.id(), made.batch(), made.size(), change.question(), made.number(),
					change.after().prompt(), made.author(), made.reason(), made.createdAt(),
					(made.batch() != null) ? List.of() : FieldDiff.between(change.before(), change.after()));
		}

		@Override
		public Position follow(Position position) {
			return new Position(this.id, position.mark());
		}

	}

	/** Two questions that were marked as different. */
	record Mark(long one, String onePrompt, long other, String otherPrompt, String author,
			Instant createdAt) implements Entry {

		@Override
		public Position follow(Position position) {
			return new Position(position.change(), ChronoUnit.MICROS.between(Instant.EPOCH, this.createdAt));
		}

	}

}
