package questionbank.format;

import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Reads XML as a stream of elements, hardened: a document type is refused, so that there
 * are no entities, and depth and texts are bounded.
 */
final class XmlCursor implements AutoCloseable {

	/** The longest text that is kept; LimitedSink cuts what remains after conversion. */
	static final int MAX_TEXT = 1_000_000;

	/** Markup of our own, {@link MarkdownText#MAX_NESTING} blocks and inlines, fits. */
	private static final int MAX_DEPTH = 250;

	/** Elements without content, whose end tag would be read as another element. */
	private static final Set<String> VOID = Set.of("br", "hr", "img", "col", "input", "wbr", "source", "track", "embed",
			"area", "base", "link", "meta", "param");

	private static final XMLInputFactory FACTORY = factory();

	private final XMLStreamReader reader;

	private final @Nullable String part;

	private int depth;

	private boolean cut;

	/** Opens a document; a part of a zip file has a name. */
	XmlCursor(Reader in, @Nullable String part) throws MalformedFileException {
		this.part = part;
		try {
			this.reader = FACTORY.createXMLStreamReader(in);
		}
		catch (XMLStreamException | RuntimeException ex) {
			throw new MalformedFileException(new Location(part, 1, 1), "", "The file is no XML.");
		}
	}

	private static XMLInputFactory factory() {
		var factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("external entities are off");
		});
		return factory;
	}

	/** Moves to the next start or end of an element; returns whether there is one. */
	boolean next() throws MalformedFileException {
		for (var event = event(); event != XMLStreamConstants.END_DOCUMENT; event = event()) {
			if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Moves to the next child of an element; returns {@code false} at the element's end.
	 * @param depth of the element
	 */
	boolean nextChild(int depth) throws MalformedFileException {
		while (next()) {
			if (isStart()) {
				return true;
			}
			if (this.depth < depth) {
				return false;
			}
		}
		return false;
	}

	private int event() throws MalformedFileException {
		int event;
		try {
			event = this.reader.hasNext() ? this.reader.next() : XMLStreamConstants.END_DOCUMENT;
		}
		catch (XMLStreamException ex) {
			throw malformed("", "This is no well-formed XML: " + reason(ex));
		}
		catch (RuntimeException ex) {
			// The parser of the JDK reports some damage in this way.
			throw malformed("", "This is no well-formed XML.");
		}
		switch (event) {
			case XMLStreamConstants.DTD -> throw malformed("<!DOCTYPE",
					"A document type is refused: it can name entities that grow or read other files.");
			case XMLStreamConstants.ENTITY_REFERENCE ->
				throw malformed("&", "An entity is refused that XML does not define.");
			case XMLStreamConstants.START_ELEMENT -> {
				if (++this.depth > MAX_DEPTH) {
					throw malformed("<" + name() + ">", "Elements are nested deeper than %d.".formatted(MAX_DEPTH));
				}
			}
			case XMLStreamConstants.END_ELEMENT -> this.depth--;
			default -> {
			}
		}
		return event;
	}

	/** Returns the parser's message without its position, which findings have. */
	private static String reason(XMLStreamException ex) {
		var message = (ex.getMessage() != null) ? ex.getMessage() : "";
		var at = message.indexOf("Message: ");
		var reason = (at >= 0) ? message.substring(at + 9) : message;
		return UnicodeText.readable(reason.replaceFirst("^http\\S+#\\S*", "damaged"));
	}

	/** Creates the exception for the position. */
	MalformedFileException malformed(String read, String message) {
		return new MalformedFileException(location(), read, message);
	}

	boolean isStart() {
		return this.reader.isStartElement();
	}

	/** Returns the depth of the element that has started, 1 for the root. */
	int depth() {
		return this.depth;
	}

	/** Returns the local name of the element. */
	String name() {
		return this.reader.getLocalName();
	}

	/** Returns an attribute without a namespace; empty for none. */
	String attribute(String name) {
		for (int at = 0; at < this.reader.getAttributeCount(); at++) {
			if (this.reader.getAttributeLocalName(at).equals(name)) {
				return this.reader.getAttributeValue(at);
			}
		}
		return "";
	}

	Location location() {
		var location = this.reader.getLocation();
		return new Location(this.part, Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()));
	}

	/** Skips the rest of the element. */
	void skip() throws MalformedFileException {
		for (var outside = this.depth - 1; this.depth > outside && next();) {
		}
	}

	/** Reads the text of the element and of those in it, to its end. */
	String text() throws MalformedFileException {
		var text = new StringBuilder();
		for (var outside = this.depth - 1; this.depth > outside;) {
			appendText(event(), text);
		}
		return text.toString();
	}

	/** Reads the content of the element as HTML, to its end. */
	String html() throws MalformedFileException {
		var html = new StringBuilder();
		htmlUntil(html, this.depth - 1, (element) -> false);
		return html.toString();
	}

	/**
	 * Reads content as HTML up to the start of an element to stop at, or to the end of
	 * the element around.
	 * @param outside the depth around that element
	 * @param stops tells whether to stop at an element
	 */
	void htmlUntil(StringBuilder html, int outside, Predicate<XmlCursor> stops) throws MalformedFileException {
		while (this.depth > outside) {
			var event = event();
			if (event == XMLStreamConstants.START_ELEMENT) {
				if (stops.test(this)) {
					return;
				}
				append(html, startTag());
			}
			else if (event == XMLStreamConstants.END_ELEMENT && this.depth > outside) {
				append(html, endTag());
			}
			else if (isText(event)) {
				append(html, MarkdownText.escapeMarkup(this.reader.getText()));
			}
		}
	}

	/** Returns the start tag of the element as HTML. */
	private String startTag() {
		var tag = new StringBuilder("<").append(htmlName());
		for (int at = 0; at < this.reader.getAttributeCount(); at++) {
			tag.append(' ')
				.append(this.reader.getAttributeLocalName(at))
				.append("=\"")
				.append(MarkdownText.escapeMarkup(this.reader.getAttributeValue(at)))
				.append('"');
		}
		return tag.append('>').toString();
	}

	private String endTag() {
		return VOID.contains(htmlName()) ? "" : "</" + htmlName() + ">";
	}

	private String htmlName() {
		return name().toLowerCase(Locale.ROOT);
	}

	private void appendText(int event, StringBuilder text) {
		if (isText(event)) {
			append(text, this.reader.getText());
		}
	}

	private void append(StringBuilder text, String more) {
		if (text.length() + more.length() <= MAX_TEXT) {
			text.append(more);
		}
		else {
			text.append(more, 0, Math.min(more.length(), MAX_TEXT - text.length()));
			this.cut = true;
		}
	}

	private static boolean isText(int event) {
		return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
				|| event == XMLStreamConstants.SPACE;
	}

	/** Returns, once, the error that a text was cut; {@code null} if none was. */
	@Nullable Finding takeCut() {
		if (!this.cut) {
			return null;
		}
		this.cut = false;
		return new Finding(Severity.ERROR, location(), "",
				"A text has more than %,d characters: the rest is cut.".formatted(MAX_TEXT));
	}

	@Override
	public void close() throws MalformedFileException {
		try {
			this.reader.close();
		}
		catch (XMLStreamException ex) {
			throw malformed("", "The file cannot be read.");
		}
	}

}
