package questionbank.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.textanalysis.TextAnalysis;
import questionbank.transfer.ImportRow.Choice;
import questionbank.transfer.ImportRow.Kind;
import questionbank.web.UnicodeText;

/**
 * Compares the rows of an import with the bank: finds the question that each changes, by
 * its stable id, or else by the same prompt, and what a row resembles.
 */
@Component
class ImportAnalysis {

	private final QuestionBank bank;

	private final QuestionDesk desk;

	private final QuestionCatalogue catalogue;

	private final Validator validator;

	private final ImportRows rows;

	ImportAnalysis(QuestionBank bank, QuestionDesk desk, QuestionCatalogue catalogue, Validator validator,
			ImportRows rows) {
		this.bank = bank;
		this.desk = desk;
		this.catalogue = catalogue;
		this.validator = validator;
		this.rows = rows;
	}

	/** Compares all rows of an import. */
	Comparison compare(Import of) {
		return new Comparison(of);
	}

	/** The comparison of the rows of one import, part by part. */
	final class Comparison {

		private final Import of;

		private final Viewer viewer;

		/** The present names of topics, by their names in the file. */
		private final Map<String, String> topics = new HashMap<>();

		/** The numbers of the bank's questions by their folded prompts. */
		private @Nullable Map<String, Long> byPrompt;

		/** The prompts of rows that add a question, by their negative positions. */
		private final Map<Long, String> added = new LinkedHashMap<>();

		/** The questions that the file names by ids, and its new rows with an id. */
		private final Set<Long> named = new HashSet<>();

		private Comparison(Import of) {
			this.of = of;
			this.viewer = new Viewer(Role.ADMINISTRATOR, of.author());
		}

		/** Finds the questions that rows change, and evaluates the rows. */
		List<ImportRow> match(List<ImportRow> part) {
			var byId = ImportAnalysis.this.bank.findByStableIds(part.stream()
				.map((row) -> row.entry().id())
				.filter((id) -> !id.isEmpty())
				.collect(Collectors.toSet()));
			var matched = evaluated(part.stream().map((row) -> {
				var named = byId.get(row.entry().id());
				var question = (named != null) ? Long.valueOf(named.id())
						: row.entry().id().isEmpty() ? samePrompt(row) : null;
				return (question != null) ? row.comparedTo(question, 0) : row;
			}).toList());
			matched.forEach(this::note);
			return matched;
		}

		/** Notes what {@link #findDuplicates} has to know of a row. */
		private void note(ImportRow row) {
			var hasId = !row.entry().id().isEmpty();
			if (row.kind() == Kind.NEW) {
				this.added.put(-(long) row.position(), row.entry().prompt());
				if (hasId) {
					this.named.add(-(long) row.position());
				}
			}
			else if (row.question() != null && hasId) {
				this.named.add(row.question());
			}
		}

		private @Nullable Long samePrompt(ImportRow row) {
			var prompts = this.byPrompt;
			if (prompts == null) {
				prompts = new HashMap<>();
				for (var prompt : ImportAnalysis.this.desk.prompts().entrySet()) {
					prompts.putIfAbsent(folded(prompt.getValue()), prompt.getKey());
				}
				this.byPrompt = prompts;
			}
			var prompt = folded(row.entry().prompt());
			return prompt.isEmpty() ? null : prompts.get(prompt);
		}

		private static String folded(String prompt) {
			return UnicodeText.foldCase(prompt).strip().replaceAll("\\s+", " ");
		}

		/** Evaluates rows by what the file says and what is chosen, and stores them. */
		void evaluate(List<ImportRow> part) {
			ImportAnalysis.this.rows.update(this.of.id(), evaluated(part));
		}

		private List<ImportRow> evaluated(List<ImportRow> part) {
			var questions = part.stream()
				.map(ImportRow::question)
				.filter(Objects::nonNull)
				.map(Long.class::cast)
				.toList();
			var present = questions.isEmpty() ? Map.<Long, QuestionDetails>of()
					: ImportAnalysis.this.bank.find(questions, this.viewer)
						.stream()
						.collect(Collectors.toMap(QuestionDetails::id, Function.identity()));
			var carried = carried(part, present);
			return part.stream()
				.map((row) -> evaluated(row, (row.question() != null) ? present.get(row.question()) : null, carried))
				.toList();
		}

		/** Reads back the present content of questions from which rows differ. */
		private CarriedContent carried(List<ImportRow> part, Map<Long, QuestionDetails> present) {
			if (this.of.format().losses().isEmpty()) {
				return CarriedContent.ALL;
			}
			return CarriedContent.of(this.of.format(),
					part.stream()
						.filter((row) -> row.question() != null && !row.entry().hasErrors())
						.filter((row) -> isDifferent(row, present.get(row.question())))
						.map((row) -> Objects.requireNonNull(present.get(row.question())))
						.distinct()
						.toList());
		}

		private boolean isDifferent(ImportRow row, @Nullable QuestionDetails found) {
			return found != null && !found.content()
				.differences(EntryConversion.draft(row.entry(), Choice.NONE, this.of, found.content(), this::present))
				.isEmpty();
		}

		private ImportRow evaluated(ImportRow row, @Nullable QuestionDetails found, CarriedContent carried) {
			if (row.kind() == Kind.NOTE) {
				return row;
			}
			var compared = (found != null) ? row.comparedTo(found.id(), found.version()) : row;
			if (row.entry().hasErrors()) {
				return compared.evaluated(Kind.ERROR, null, List.of(), false);
			}
			var before = (found != null && !compared.isSeparate()) ? found.content() : null;
			var entry = (found != null && before != null) ? carried.restore(row.entry(), found) : row.entry();
			var draft = EntryConversion.draft(entry, row.choice(), this.of, before, this::present);
			var problems = problems(draft, before);
			var take = row.choice().take();
			var wanted = take.equals("yes") || take.equals("new");
			if (row.entry().optional() && !wanted) {
				return compared.evaluated(Kind.OPTIONAL, draft, problems, false);
			}
			if (!problems.isEmpty()) {
				return compared.evaluated(Kind.ERROR, draft, problems, false);
			}
			if (before != null) {
				var changed = !before.differences(draft).isEmpty();
				return compared.evaluated(changed ? Kind.CHANGED : Kind.UNCHANGED, draft, List.of(),
						changed && !take.equals("no"));
			}
			var kind = row.entry().optional() ? Kind.OPTIONAL : row.resemblesAny() ? Kind.DUPLICATE : Kind.NEW;
			return compared.evaluated(kind, draft, List.of(), (kind == Kind.NEW) ? !take.equals("no") : wanted);
		}

		private List<String> problems(QuestionDraft draft, @Nullable QuestionDraft before) {
			var changed = (before != null)
					? before.differences(draft).stream().map(Field::parameter).collect(Collectors.toSet())
					: Set.<String>of();
			return ImportAnalysis.this.validator.validate(draft)
				.stream()
				.filter((violation) -> before == null || changed.contains(field(violation))
						|| changed.contains(Field.STATUS.parameter()))
				.map(ConstraintViolation::getMessage)
				.distinct()
				.sorted()
				.toList();
		}

		private static String field(ConstraintViolation<QuestionDraft> violation) {
			return violation.getPropertyPath().iterator().next().getName();
		}

		private List<String> present(List<String> names) {
			return names.stream()
				.map((name) -> this.topics.computeIfAbsent(name,
						(typed) -> ImportAnalysis.this.catalogue.presentTopics(List.of(typed), this.viewer).get(0)))
				.distinct()
				.toList();
		}

		/**
		 * Finds the rows that resemble a question, or an earlier row. A pair that the
		 * file tells apart by two ids is none.
		 */
		void findDuplicates() {
			this.byPrompt = null;
			if (this.added.isEmpty()) {
				return;
			}
			var alike = new HashMap<Integer, Long>();
			TextAnalysis.closest(ImportAnalysis.this.desk.prompts(), this.added).forEach((row, other) -> {
				if (!this.named.contains(row) || !this.named.contains(other)) {
					alike.put((int) -row, other);
				}
			});
			mark(alike);
		}

		private void mark(Map<Integer, Long> alike) {
			var positions = alike.keySet().stream().sorted().toList();
			for (int from = 0; from < positions.size(); from += ImportRows.CHUNK) {
				var part = positions.subList(from, Math.min(positions.size(), from + ImportRows.CHUNK));
				evaluate(ImportAnalysis.this.rows.at(this.of.id(), part).stream().map((row) -> {
					var other = Objects.requireNonNull(alike.get(row.position()));
					return (other < 0) ? row.resembling(null, (int) -other) : row.resembling(other, null);
				}).toList());
			}
		}

	}

}
