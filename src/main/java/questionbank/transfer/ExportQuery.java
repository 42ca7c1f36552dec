package questionbank.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.Viewer;
import questionbank.format.QuestionFormat;
import questionbank.question.QuestionDesk.FilterQuery;
import questionbank.question.QuestionQuery;
import questionbank.web.UnicodeText;

/**
 * The query parameters of an export, in addition to those of the list, as typed.
 *
 * @param format a slug; empty to choose one
 * @param id the numbers of questions, which repeats; empty for all of the list
 * @param names the names of all parameters of the request
 */
record ExportQuery(String format, List<String> id, QuestionQuery list, FilterQuery desk, Collection<String> names) {

	private static final List<String> OF_KIT = List.of("kit", "format");

	private static final List<String> OF_LIST = Stream
		.of(List.of("format", "history", "q", "difficulty", "topic", "audience", "starred", "practised", "sort"),
				FilterQuery.NAMES, List.of("id"))
		.flatMap(List::stream)
		.toList();

	private static final String NUMBER = "[0-9]{1,18}";

	ExportQuery(String format, @Nullable List<String> id, QuestionQuery list, FilterQuery desk,
			Collection<String> names) {
		this.format = UnicodeText.typed(format);
		this.id = (id != null) ? List.copyOf(id) : List.of();
		this.list = list;
		this.desk = desk;
		this.names = names;
	}

	/** Returns the chosen format; empty for an unknown one. */
	Optional<QuestionFormat> chosen() {
		return ImportForm.format(this.format);
	}

	/** Rejects an unknown format, and the parameters that the export of a kit lacks. */
	void checkKit(Errors errors) {
		checkFormat(errors);
		rejectOthers(OF_KIT, "A kit is exported as a whole, with the parameters ", errors);
	}

	private void checkFormat(Errors errors) {
		if (!this.format.isEmpty() && chosen().isEmpty()) {
			errors.rejectValue("format", "unknown", "“" + UnicodeText.abbreviate(this.format, 60)
					+ "” is no format of an export. Choose one of the list.");
		}
	}

	/** Rejects invalid parameters, except for those of the list. */
	void check(Viewer viewer, Errors errors) {
		checkFormat(errors);
		if (this.names.contains("page") && !this.list.page().isEmpty()) {
			errors.reject("page", "An export has all pages of the list. Leave out the parameter “page”.");
		}
		if (this.desk.isNarrowed() && !viewer.isAdministrator()) {
			errors.reject("desk", "Only administrators can filter by " + String.join(", ", FilterQuery.NAMES) + ".");
		}
		if (!this.id.stream().allMatch((number) -> number.matches(NUMBER))) {
			errors.reject("id", "Each “id” is the number of a question.");
		}
		if (this.names.contains("history") && isNarrowed()) {
			errors.reject("history", "The history is that of all questions. Leave out the filters.");
		}
		rejectOthers(OF_LIST, "The parameters of an export are ", errors);
	}

	private void rejectOthers(List<String> known, String message, Errors errors) {
		var others = this.names.stream().filter((name) -> !known.contains(name) && !name.equals("page")).toList();
		if (!others.isEmpty()) {
			errors.reject("parameter",
					"An export does not know “"
							+ UnicodeText.abbreviate(UnicodeText.readable(String.join("”, “", others)), 200) + "”. "
							+ message + String.join(", ", known) + ".");
		}
	}

	/** Returns the chosen questions, which are valid. */
	Set<Long> numbers() {
		return this.id.stream().map(Long::valueOf).collect(Collectors.toSet());
	}

	/** Tells whether it leaves out questions. */
	boolean isNarrowed() {
		return this.list.isNarrowed() || this.desk.isNarrowed() || !this.id.isEmpty();
	}

	/** Returns the labels of the filters in effect. */
	public List<String> filters() {
		var labels = new ArrayList<String>();
		this.list.chips().forEach((chip) -> labels.add(chip.label()));
		labels.addAll(this.desk.status());
		if (!this.desk.changedBy().isEmpty()) {
			labels.add("changed by " + this.desk.changedBy());
		}
		if (!this.desk.changedSince().isEmpty()) {
			labels.add("changed since " + this.desk.changedSince());
		}
		this.desk.without().forEach((gap) -> labels.add("without " + gap));
		if (!this.id.isEmpty()) {
			labels.add((this.id.size() == 1) ? "no. " + this.id.get(0) : this.id.size() + " chosen questions");
		}
		return labels;
	}

	/** Returns the address of the list that it exports. */
	public String listAddress() {
		return this.desk.isNarrowed() ? this.list.at("/questions/desk", this.desk.parameters()) : this.list.address();
	}

	/** Returns the address of the file in a format. */
	String address(String slug) {
		var more = new LinkedHashMap<String, List<String>>(this.desk.parameters());
		more.put("id", this.id);
		more.put("format", List.of(slug));
		return this.list.at("/export", more);
	}

}
