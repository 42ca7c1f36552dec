package questionbank.format;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Location;

/**
 * Detects the format of a file from the start of its content, and from its name where the
 * content fits several formats.
 */
final class FormatDetection {

	private static final int SAMPLE = 32 * 1024;

	private static final int MAX_LINES = 1000;

	private static final Pattern ANKI = Pattern.compile(
			"#(separator|html|tags|columns|notetype|deck|guid column|tags column|notetype column|deck column):.*",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HEADING = Pattern.compile("#{1,6}\\h.*|<details\\b.*", Pattern.CASE_INSENSITIVE);

	private static final Pattern GIFT = Pattern.compile("::.*|\\$CATEGORY:.*|ANSWER: ?[A-Z]");

	private static final Pattern YAML = Pattern
		.compile("-\\h+[&*\\[{\"'].*|-\\h+[\\w -]{1,40}:(\\h.*)?|[\\w -]{1,40}:(\\h.*)?|%YAML.*|---");

	/** The first line of a list of mappings. */
	private static final Pattern LIST = Pattern.compile("-\\h+[\\w\"-]{1,40}:(\\h.*)?", Pattern.DOTALL);

	/** A first line that no other format has. */
	private static final Pattern MARKDOWN = Pattern.compile("#{2,6}\\h.*|#\\h.*\\?|<details\\b.*|`{3,}yaml question",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern NUMBERED = Pattern.compile("\\d{1,6}[.)]\\h.*|(sample )?answer\\b.*",
			Pattern.CASE_INSENSITIVE);

	/** The collection of an Anki deck, in any version. */
	private static final Pattern COLLECTION = Pattern.compile("collection\\.anki2(1b?)?");

	private FormatDetection() {
	}

	static QuestionFormat detect(Path file, @Nullable String name) throws IOException {
		var extension = extension(name);
		if (BoundedZip.isZip(file)) {
			return byNames(BoundedZip.names(file));
		}
		var sample = sample(file);
		if (sample.isBlank()) {
			throw new MalformedFileException(Location.of(1, 1), "", "The file is empty.");
		}
		for (var format : QuestionFormat.values()) {
			if (format.extension().equals(extension) && isNamed(format)) {
				return format;
			}
		}
		var byName = switch (extension) {
			case "yml" -> QuestionFormat.YAML;
			case "tsv" -> QuestionFormat.CSV;
			case "markdown" -> QuestionFormat.MARKDOWN;
			case "ndjson" -> QuestionFormat.JSONL;
			default -> null;
		};
		return (byName != null) ? byName : byContent(sample.strip());
	}

	/** Detects the format of a zip file: other files may lie beside those of Markdown. */
	private static QuestionFormat byNames(List<String> names) throws IOException {
		var formats = names.stream().flatMap((name) -> Stream.ofNullable(byName(name))).toList();
		return formats.stream()
			.filter((format) -> format != QuestionFormat.MARKDOWN_ZIP)
			.findFirst()
			.or(() -> formats.stream().findFirst())
			.orElseThrow(() -> new MalformedFileException(new Location(null, 0, 0), "",
					"The zip file holds none of the formats."));
	}

	private static @Nullable QuestionFormat byName(String name) {
		if (name.equals("xl/workbook.xml")) {
			return QuestionFormat.XLSX;
		}
		if (COLLECTION.matcher(name).matches()) {
			return QuestionFormat.APKG;
		}
		if (name.endsWith("imsmanifest.xml")) {
			return QuestionFormat.QTI;
		}
		return MarkdownReader.isMarkdown(name) ? QuestionFormat.MARKDOWN_ZIP : null;
	}

	/** Returns whether files with the extension are of no other format. */
	private static boolean isNamed(QuestionFormat format) {
		return switch (format) {
			case YAML, CSV, MARKDOWN, GIFT, JSONL -> true;
			default -> false;
		};
	}

	private static QuestionFormat byContent(String sample) throws IOException {
		if (sample.chars().filter((character) -> character == '\uFFFD').count() > sample.length() / 10) {
			throw unknown(sample);
		}
		var lines = sample.lines().map(String::strip).filter((line) -> !line.isEmpty()).limit(MAX_LINES).toList();
		var first = lines.get(0);
		var format = structured(first, sample, lines);
		if (format == null && CsvFile.isCsv(sample)) {
			format = QuestionFormat.CSV;
		}
		if (format == null) {
			format = prose(first, lines);
		}
		if (format == null) {
			throw unknown(sample);
		}
		return format;
	}

	/** Detects formats that begin with a sign of their own. */
	private static @Nullable QuestionFormat structured(String first, String sample, List<String> lines) {
		if (first.startsWith("<") && sample.contains("<quiz")) {
			return QuestionFormat.MOODLE;
		}
		if (first.startsWith("<") && (sample.contains("<assessmentItem") || sample.contains("<qti-assessment-item"))) {
			return QuestionFormat.QTI;
		}
		if (ANKI.matcher(first).matches()) {
			return QuestionFormat.ANKI;
		}
		if (first.startsWith("{") && first.endsWith("}") && lines.size() > 1 && lines.get(1).startsWith("{")) {
			return QuestionFormat.JSONL;
		}
		var second = sample.substring(1).stripLeading();
		if (first.startsWith("{") && (second.startsWith("\"") || second.startsWith("}"))
				|| first.startsWith("[") && !second.isEmpty() && "[{\"]".indexOf(second.charAt(0)) >= 0) {
			return QuestionFormat.JSON;
		}
		return null;
	}

	private static @Nullable QuestionFormat prose(String first, List<String> lines) {
		if (TextForm.match(TextForm.QUESTION, first) != null) {
			return QuestionFormat.TEXT;
		}
		if (LIST.matcher(first).matches()) {
			return QuestionFormat.YAML;
		}
		if (MARKDOWN.matcher(first).matches()) {
			return QuestionFormat.MARKDOWN;
		}
		if (any(lines, GIFT)) {
			return QuestionFormat.GIFT;
		}
		if (any(lines, TextForm.QUESTION)) {
			return QuestionFormat.TEXT;
		}
		var front = lines.subList(1, lines.size()).indexOf("---");
		if (first.equals("---") && front >= 0 && lines.size() > front + 2
				&& !YAML.matcher(lines.get(front + 2)).matches()) {
			return QuestionFormat.MARKDOWN;
		}
		var start = lines.stream().filter((line) -> !line.startsWith("#")).findFirst().orElse("");
		if (YAML.matcher(start).matches() && lines.stream().noneMatch((line) -> line.startsWith("##"))) {
			return QuestionFormat.YAML;
		}
		if (any(lines, HEADING)) {
			return QuestionFormat.MARKDOWN;
		}
		if (any(lines, NUMBERED)) {
			return QuestionFormat.TEXT;
		}
		return lines.stream().anyMatch((line) -> line.contains("{"))
				&& lines.stream().anyMatch((line) -> line.endsWith("}")) ? QuestionFormat.GIFT : null;
	}

	private static boolean any(List<String> lines, Pattern pattern) {
		return lines.stream().anyMatch(pattern.asMatchPredicate());
	}

	private static MalformedFileException unknown(String sample) {
		return new MalformedFileException(Location.of(1, 1), sample.lines().findFirst().orElse(""),
				"The format is not recognized: please choose it.");
	}

	private static String extension(@Nullable String name) {
		return (name != null) ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
	}

	private static String sample(Path file) throws IOException {
		if (Files.size(file) == 0) {
			return "";
		}
		try (Reader reader = TextDecoding.open(file, EntrySink.NONE)) {
			return TextDecoding.start(reader, SAMPLE);
		}
	}

}
