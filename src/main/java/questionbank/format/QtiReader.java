package questionbank.format;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Reads extended text items of QTI 2.1, 2.2 and 3.0, from a package or from one file. The
 * rubric for scorers has the sample answer and the key points; the names of QTI 3.0 are
 * those of 2.1 in another spelling.
 *
 * @see <a href="https://www.imsglobal.org/question/">QTI specifications</a>
 */
final class QtiReader {

	/** The longest XML file in a package. */
	private static final int MAX_ITEM = 4 * 1024 * 1024;

	private static final String MANIFEST = "imsmanifest.xml";

	/** The most items that are looked up in a package; usual ones have fewer. */
	private static final int MAX_MISSING = 100_000;

	private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("choiceinteraction", "multiple choice"),
			Map.entry("inlinechoiceinteraction", "cloze"), Map.entry("textentryinteraction", "short answer"),
			Map.entry("matchinteraction", "matching"), Map.entry("associateinteraction", "matching"),
			Map.entry("gapmatchinteraction", "cloze"), Map.entry("orderinteraction", "ordering"),
			Map.entry("hotspotinteraction", "hotspot"), Map.entry("uploadinteraction", "upload"),
			Map.entry("sliderinteraction", "slider"), Map.entry("hottextinteraction", "hot text"));

	/** Elements that say how a response is scored. */
	private static final Set<String> SCORING = Set.of("outcomedeclaration", "templatedeclaration", "responseprocessing",
			"templateprocessing", "stylesheet", "companionmaterialsinfo", "apipaccessibility", "catalog-info",
			"cataloginfo");

	/** The use or the id of a rubric block that has the sample answer. */
	private static final Pattern SAMPLE_ANSWER = Pattern.compile("(sample|model)[^a-z]*(answer|response)",
			Pattern.CASE_INSENSITIVE);

	private final XmlCursor xml;

	private final EntrySink sink;

	private final Location at;

	private final String id;

	private final String title;

	private final Map<String, List<String>> correct = new HashMap<>();

	private final Map<String, String> choices = new LinkedHashMap<>();

	private final Set<String> interactions = new HashSet<>();

	private final List<String> responses = new ArrayList<>();

	private final StringBuilder prompt = new StringBuilder();

	private final StringBuilder answer = new StringBuilder();

	private final StringBuilder rubric = new StringBuilder();

	private final StringBuilder feedback = new StringBuilder();

	private QtiReader(XmlCursor xml, EntrySink sink) {
		this.xml = xml;
		this.sink = sink;
		this.at = xml.location();
		this.id = xml.attribute("identifier");
		this.title = UnicodeText.readable(xml.attribute("title"));
	}

	/** Reads a file, as {@link QuestionFormat.FormatReader} does. */
	static void read(Path file, EntrySink sink) throws IOException {
		if (!BoundedZip.isZip(file)) {
			try (var in = TextDecoding.open(file, sink)) {
				readItem(in, null, sink);
			}
			return;
		}
		var missing = new LinkedHashSet<String>();
		var names = new HashSet<String>();
		BoundedZip.read(file, (name, in) -> {
			names.add(name);
			if (!name.endsWith(".xml")) {
				sink.finding(new Finding(Severity.NOTE, new Location(name, 0, 0), name, "This file is no item."));
				return;
			}
			var bytes = in.readNBytes(MAX_ITEM + 1);
			if (bytes.length > MAX_ITEM) {
				throw new MalformedFileException(new Location(name, 0, 0), name,
						"An item has more than %d MB.".formatted(MAX_ITEM >> 20));
			}
			var text = TextDecoding.decode(bytes, name, sink);
			if (name.endsWith(MANIFEST)) {
				readManifest(text, name, missing, sink);
			}
			else {
				readPart(text, name, sink);
			}
		});
		missing.removeAll(names);
		for (var name : missing) {
			sink.finding(new Finding(Severity.ERROR, new Location(MANIFEST, 0, 0), name,
					"The package names this item, but has no such file."));
		}
	}

	/** Reads the names of the items, which are relative to the manifest. */
	private static void readManifest(String text, String name, Set<String> items, EntrySink sink) throws IOException {
		var folder = name.substring(0, name.length() - MANIFEST.length());
		try (var xml = new XmlCursor(new StringReader(text), name)) {
			while (xml.next()) {
				if (xml.isStart() && xml.name().equals("resource") && xml.attribute("type").startsWith("imsqti_item")
						&& items.size() < MAX_MISSING) {
					items.add(folder + xml.attribute("href"));
				}
			}
		}
		catch (MalformedFileException ex) {
			sink.finding(ex.finding());
		}
	}

	/** Reads a file of a package; one that is damaged does not stop the others. */
	private static void readPart(String text, String name, EntrySink sink) throws IOException {
		try {
			readItem(new StringReader(text), name, sink);
		}
		catch (MalformedFileException ex) {
			sink.finding(ex.finding());
		}
	}

	private static void readItem(Reader in, @Nullable String part, EntrySink sink) throws IOException {
		try (var xml = new XmlCursor(in, part)) {
			xml.next();
			if (name(xml).equals("assessmentitem")) {
				new QtiReader(xml, sink).read();
			}
			else if (part == null) {
				throw xml.malformed("<" + xml.name() + ">", "The file is no item of QTI.");
			}
			else {
				sink.finding(
						new Finding(Severity.NOTE, xml.location(), "<" + xml.name() + ">", "This file is no item."));
			}
		}
	}

	/** Returns the name of an element, in the spelling that both versions have. */
	private static String name(XmlCursor xml) {
		return xml.name().replaceFirst("^qti-", "").replace("-", "").toLowerCase(Locale.ROOT);
	}

	private void read() throws IOException {
		while (this.xml.nextChild(1)) {
			switch (name(this.xml)) {
				case "itembody" -> body();
				case "responsedeclaration" -> declaration();
				case "modalfeedback" -> this.feedback.append(this.xml.html());
				default -> {
					if (!SCORING.contains(name(this.xml))) {
						this.sink.finding(new Finding(Severity.NOTE, this.xml.location(), "<" + this.xml.name() + ">",
								"This element is unknown, and ignored."));
					}
					this.xml.skip();
				}
			}
		}
		while (this.xml.next()) {
		}
		finish();
	}

	private void declaration() throws IOException {
		var response = this.xml.attribute("identifier");
		var values = new ArrayList<String>();
		for (var depth = this.xml.depth(); this.xml.nextChild(depth);) {
			if (name(this.xml).equals("value")) {
				values.add(this.xml.text().strip());
			}
			else if (!name(this.xml).equals("correctresponse")) {
				this.xml.skip();
			}
		}
		this.correct.put(response, values);
	}

	/**
	 * Reads the content: what is neither for scorers nor an interaction is the prompt.
	 */
	private void body() throws IOException {
		for (var outside = this.xml.depth() - 1; this.xml.depth() > outside;) {
			this.xml.htmlUntil(this.prompt, outside, QtiReader::isOwn);
			if (this.xml.depth() <= outside) {
				break;
			}
			element(name(this.xml));
		}
	}

	/** Returns whether an element has a meaning of its own. */
	private static boolean isOwn(XmlCursor xml) {
		var name = name(xml);
		return name.endsWith("interaction") || Set.of("rubricblock", "feedbackblock", "templateblock").contains(name);
	}

	private void element(String name) throws IOException {
		if (name.equals("rubricblock")) {
			rubricBlock();
		}
		else if (name.endsWith("interaction")) {
			this.interactions.add(name);
			this.responses.add(this.xml.attribute(
					this.xml.attribute("responseIdentifier").isEmpty() ? "response-identifier" : "responseIdentifier"));
			interaction();
		}
		else {
			this.feedback.append(this.xml.html());
		}
	}

	private void rubricBlock() throws IOException {
		var view = this.xml.attribute("view");
		var use = this.xml.attribute("use") + this.xml.attribute("id");
		var html = this.xml.html();
		if (SAMPLE_ANSWER.matcher(use).find()) {
			this.answer.append(html);
		}
		else if (view.isEmpty() || view.contains("scorer") || view.contains("tutor") || view.contains("author")) {
			this.rubric.append(html);
		}
		else {
			this.prompt.append(html);
		}
	}

	private void interaction() throws IOException {
		for (var depth = this.xml.depth(); this.xml.nextChild(depth);) {
			switch (name(this.xml)) {
				case "prompt" -> this.prompt.append("<div>").append(this.xml.html()).append("</div>");
				case "simplechoice" -> this.choices.put(this.xml.attribute("identifier"), this.xml.html());
				default -> this.xml.skip();
			}
		}
	}

	private void finish() throws IOException {
		var kind = this.interactions.stream()
			.filter((name) -> !name.equals("extendedtextinteraction"))
			.findFirst()
			.map((name) -> KINDS.getOrDefault(name, name.replaceFirst("interaction$", "")));
		var right = this.responses.isEmpty() ? List.<String>of()
				: this.correct.getOrDefault(this.responses.get(0), List.of());
		var entry = new EntryBuilder(this.at);
		Consumer<String> notes = (note) -> entry.report(Severity.NOTE, this.at, "", note);
		if (this.interactions.isEmpty()) {
			this.sink.finding(new Finding(Severity.WARNING, this.at, label(),
					"An item without an interaction asks nothing: not taken."));
		}
		else if (kind.isEmpty()) {
			this.sink.entry(complete(entry, notes));
		}
		else if (kind.get().equals("multiple choice") && this.responses.size() == 1 && right.size() == 1
				&& this.choices.containsKey(right.get(0))) {
			var answer = HtmlToMarkdown.convert(this.choices.remove(right.get(0)), notes);
			ChoiceOffer.begin(entry, kind.get(), label(), answer, "",
					this.choices.values().stream().map((html) -> HtmlToMarkdown.convertPlain(html, notes)).toList(),
					this.at);
			this.sink.entry(complete(entry, notes));
		}
		else {
			this.sink.finding(ChoiceOffer.notTaken(kind.get(), label(), this.at));
		}
	}

	private String label() {
		return this.title.isEmpty() ? this.id : this.title;
	}

	private QuestionEntry complete(EntryBuilder entry, Consumer<String> notes) {
		entry.text(EntryField.ID, "identifier", QtiWriter.id(this.id), this.at);
		entry.text(EntryField.PROMPT, "itemBody", HtmlToMarkdown.convertPlain(this.prompt.toString(), notes), this.at);
		for (var html : List.of(this.answer, this.feedback)) {
			var text = HtmlToMarkdown.convert(html.toString(), notes);
			if (!text.isEmpty() && !entry.has(EntryField.SAMPLE_ANSWER)) {
				entry.text(EntryField.SAMPLE_ANSWER, "rubric", text, this.at);
			}
			else if (!text.isEmpty()) {
				entry.report(Severity.NOTE, this.at, text, "The feedback is not taken: there is an answer already.");
			}
		}
		ScorerNotes.read(this.rubric.toString(), entry, this.at, notes);
		var cut = this.xml.takeCut();
		if (cut != null) {
			entry.report(cut);
		}
		return entry.build();
	}

}
