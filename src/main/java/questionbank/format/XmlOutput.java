package questionbank.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as a stream. Characters that XML does not have become U+FFFD. */
final class XmlOutput {

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final OutputStream out;

	private final XMLStreamWriter writer;

	XmlOutput(OutputStream out) throws IOException {
		this.out = out;
		try {
			this.writer = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
		run(() -> this.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0"));
	}

	/** Starts an element with attributes, each a name and a value. */
	void start(String name, String... attributes) throws IOException {
		run(() -> {
			this.writer.writeCharacters("\n");
			startInline(name, attributes);
		});
	}

	private void startInline(String name, String... attributes) throws XMLStreamException {
		this.writer.writeStartElement(name);
		for (int at = 0; at < attributes.length; at += 2) {
			this.writer.writeAttribute(attributes[at], valid(attributes[at + 1]));
		}
	}

	void end() throws IOException {
		run(this.writer::writeEndElement);
	}

	/** Writes an element with a text. */
	void element(String name, String text) throws IOException {
		run(() -> {
			startInline(name);
			this.writer.writeCharacters(valid(text));
			this.writer.writeEndElement();
		});
	}

	/**
	 * Writes a fragment that is well-formed, past the writer: that one would escape it.
	 */
	void raw(String fragment) throws IOException {
		// Characters, even none, end the start tag.
		run(() -> {
			this.writer.writeCharacters("");
			this.writer.flush();
		});
		this.out.write(valid(fragment).getBytes(StandardCharsets.UTF_8));
	}

	void comment(String text) throws IOException {
		run(() -> this.writer.writeComment(" " + valid(text).replaceAll("-(?=-)", "- ") + " "));
	}

	/** Ends all elements and flushes. */
	void finish() throws IOException {
		run(() -> {
			this.writer.writeEndDocument();
			this.writer.writeCharacters("\n");
			this.writer.flush();
		});
	}

	/** Replaces characters that XML does not have. */
	static String valid(String text) {
		if (text.codePoints().allMatch(XmlOutput::isValid)) {
			return text;
		}
		var valid = new StringBuilder(text.length());
		text.replace("\r\n", "\n")
			.replace('\r', '\n')
			.codePoints()
			.map((character) -> isValid(character) ? character : '\uFFFD')
			.forEach(valid::appendCodePoint);
		return valid.toString();
	}

	/** Tells whether XML has the character, and parsers return it unchanged. */
	private static boolean isValid(int character) {
		return character == '\t' || character == '\n' || (character >= ' ' && character < 0xD800)
				|| (character >= 0xE000 && character < 0xFFFE) || character >= 0x10000;
	}

	private static void run(Step step) throws IOException {
		try {
			step.run();
		}
		catch (XMLStreamException ex) {
			throw (ex.getNestedException() instanceof IOException io) ? io : new IOException(ex);
		}
	}

	/** A step of writing. */
	@FunctionalInterface
	private interface Step {

		void run() throws XMLStreamException;

	}

}
