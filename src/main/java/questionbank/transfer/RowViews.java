package questionbank.transfer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBank.RevisionKey;
import questionbank.question.QuestionDesk;

/** Reads from the bank what the page of rows shows beside them. */
@Component
class RowViews {

	private final QuestionBank bank;

	private final QuestionDesk desk;

	RowViews(QuestionBank bank, QuestionDesk desk) {
		this.bank = bank;
		this.desk = desk;
	}

	/**
	 * Returns rows with the content to which they were compared, the question that they
	 * resemble, and hints about their topics.
	 */
	List<RowView> of(List<ImportRow> rows, Viewer viewer) {
		var before = this.bank.contents(rows.stream().flatMap((row) -> revision(row).stream()).toList());
		var similar = this.bank.summaries(
				rows.stream().map(ImportRow::similarQuestion).filter(Objects::nonNull).map(Long.class::cast).toList(),
				viewer);
		var topics = this.desk.topics().keySet();
		return rows.stream()
			.map((row) -> RowView.of(row, revision(row).map(before::get).orElse(null),
					(row.similarQuestion() != null) ? similar.get(row.similarQuestion()) : null, topics))
			.toList();
	}

	private static Optional<RevisionKey> revision(ImportRow row) {
		var question = row.question();
		var version = row.version();
		return (question != null && version != null && version > 0) ? Optional.of(new RevisionKey(question, version))
				: Optional.empty();
	}

}
