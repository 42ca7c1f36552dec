package questionbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.format.QuestionFormat;
import questionbank.kit.KitDetails;
import questionbank.kit.KitQuestion;
import questionbank.kit.Kits;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBank.RevisionKey;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionDesk;
import questionbank.question.QuestionDesk.Filter;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;

/**
 * Writes the questions that a viewer may see to a stream, by number, in parts: memory
 * does not grow with their number.
 */
@Component
class Export {

	private static final int CHUNK = 500;

	private static final int MAX_REVISIONS = 1_000;

	private static final Viewer ALL = new Viewer(Role.ADMINISTRATOR, "");

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final QuestionDesk desk;

	private final Kits kits;

	private final JsonMapper json = JsonMapper.builder().build();

	Export(QuestionBank bank, QuestionCatalogue catalogue, QuestionDesk desk, Kits kits) {
		this.bank = bank;
		this.catalogue = catalogue;
		this.desk = desk;
		this.kits = kits;
	}

	/** Counts the questions of a query without errors. */
	long count(ExportQuery query, Viewer viewer) {
		return (query.desk().isNarrowed() || !query.id().isEmpty()) ? find(query, viewer).size()
				: list(query, viewer).total();
	}

	private Slice list(ExportQuery query, Viewer viewer) {
		return this.catalogue.list(this.catalogue.filter(query.list()), viewer, 0, 0);
	}

	/**
	 * Finds the numbers of the questions of a query without errors.
	 * @throws ResponseStatusException with 503 while the index lacks questions
	 */
	List<Long> numbers(ExportQuery query, Viewer viewer) {
		if ((query.list().isNarrowed() || query.desk().isNarrowed()) && !list(query, viewer).complete()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
		}
		return find(query, viewer);
	}

	private List<Long> find(ExportQuery query, Viewer viewer) {
		var chosen = query.numbers();
		if (!query.list().isNarrowed() && !query.desk().isNarrowed()) {
			return this.bank.find(chosen, viewer).stream().map(QuestionDetails::id).sorted().toList();
		}
		var filter = this.catalogue.filter(query.list());
		var found = query.desk().isNarrowed()
				? this.desk.numbers(filter, query.desk().filter(Filter.Order.RELEVANCE, "", false), viewer)
				: this.catalogue.numbers(filter, viewer);
		return chosen.isEmpty() ? found : found.stream().filter(chosen::contains).toList();
	}

	/**
	 * Writes questions by their numbers; those that the viewer may not see are left out.
	 */
	void write(List<Long> numbers, QuestionFormat format, Viewer viewer, OutputStream out) throws IOException {
		try (var writer = format.writer(out)) {
			for (int from = 0; from < numbers.size(); from += CHUNK) {
				var part = numbers.subList(from, Math.min(numbers.size(), from + CHUNK));
				for (var question : this.bank.find(part, viewer)
					.stream()
					.sorted(Comparator.comparingLong(QuestionDetails::id))
					.toList()) {
					writer.write(EntryConversion.entry(question), null);
				}
			}
		}
	}

	/** Finds a kit, for interviewers. */
	Optional<KitDetails> kit(long id) {
		return this.kits.find(id);
	}

	/**
	 * Writes the questions of a kit in its order, as they are pinned: the revision, with
	 * the follow-up questions that the kit has chosen.
	 */
	void write(KitDetails kit, QuestionFormat format, OutputStream out) throws IOException {
		var pinned = kit.content().questions();
		var contents = this.bank.contents(pinned.stream().map(Export::key).toList());
		// The kit shows a pinned revision even if the question is withdrawn since.
		var ids = this.bank.find(pinned.stream().map(KitQuestion::question).toList(), ALL)
			.stream()
			.collect(Collectors.toMap(QuestionDetails::id, QuestionDetails::stableId));
		try (var writer = format.writer(out)) {
			for (var question : pinned) {
				var content = contents.get(key(question));
				if (content != null) {
					writer.write(EntryConversion.entry(ids.getOrDefault(question.question(), ""), content,
							question.probes()), null);
				}
			}
		}
	}

	private static RevisionKey key(KitQuestion question) {
		return new RevisionKey(question.question(), question.revision());
	}

	/** Writes all questions that the viewer may see, and returns their number. */
	long writeAll(QuestionFormat format, Viewer viewer, OutputStream out) throws IOException {
		try (var writer = format.writer(out)) {
			return readAll(viewer, (question) -> writer.write(EntryConversion.entry(question), null));
		}
	}

	/**
	 * Writes all revisions of all questions that the viewer may see, as JSON lines, and
	 * returns the number of questions.
	 */
	long writeHistory(Viewer viewer, OutputStream out) throws IOException {
		return readAll(viewer, (question) -> writeHistory(question, out));
	}

	private long readAll(Viewer viewer, QuestionConsumer consumer) throws IOException {
		var count = 0L;
		var part = this.bank.read(0, CHUNK, viewer);
		while (!part.isEmpty()) {
			for (var question : part) {
				consumer.accept(question);
			}
			count += part.size();
			part = this.bank.read(part.get(part.size() - 1).id(), CHUNK, viewer);
		}
		return count;
	}

	/** Writes the revisions of a question, the first one first. */
	private void writeHistory(QuestionDetails question, OutputStream out) throws IOException {
		for (int number = 1; number <= question.version(); number += MAX_REVISIONS) {
			var before = Math.min(number + MAX_REVISIONS, question.version() + 1);
			var found = this.bank.history(question.id(), before, before - number);
			for (int i = found.size() - 1; i >= 0; i--) {
				var revision = found.get(i).revision();
				out.write(this.json
					.writeValueAsBytes(new RevisionLine(question.stableId(), question.id(), revision.number(),
							revision.author(), revision.reason(), revision.createdAt(), revision.content())));
				out.write('\n');
			}
		}
	}

	/** Writes a question. */
	@FunctionalInterface
	private interface QuestionConsumer {

		void accept(QuestionDetails question) throws IOException;

	}

	/**
	 * A line of the history.
	 *
	 * @param id the stable id of the question
	 * @param question the number of the question in this bank
	 * @param revision the number of the revision
	 */
	record RevisionLine(String id, long question, int revision, String author, String reason, Instant createdAt,
			QuestionDraft content) {
	}

}
