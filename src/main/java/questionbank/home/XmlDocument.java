package questionbank.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.servlet.http.HttpServletResponse;

/** Streams an XML document into a response. */
final class XmlDocument {

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

	private final XMLStreamWriter xml;

	private XmlDocument(XMLStreamWriter xml) {
		this.xml = xml;
	}

	/**
	 * Writes a document.
	 * @param root the name of the root element
	 * @param namespace the default namespace
	 */
	static void write(HttpServletResponse response, String type, String root, String namespace, Content content)
			throws IOException {
		response.setContentType(type);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		try {
			var xml = FACTORY.createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
			xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
			xml.setDefaultNamespace(namespace);
			xml.writeStartElement(namespace, root);
			xml.writeDefaultNamespace(namespace);
			content.write(new XmlDocument(xml));
			xml.writeEndDocument();
			xml.flush();
		}
		catch (XMLStreamException ex) {
			throw new IOException(ex);
		}
	}

	/** Writes an element with other content. */
	void element(String name, Content content) throws XMLStreamException {
		this.xml.writeStartElement(name);
		content.write(this);
		this.xml.writeEndElement();
	}

	/** Writes an element with text. */
	void element(String name, String text) throws XMLStreamException {
		this.xml.writeStartElement(name);
		this.xml.writeCharacters(printable(text));
		this.xml.writeEndElement();
	}

	/**
	 * Writes an empty element.
	 * @param attributes names and values, alternating
	 */
	void empty(String name, String... attributes) throws XMLStreamException {
		this.xml.writeEmptyElement(name);
		for (int i = 0; i < attributes.length; i += 2) {
			this.xml.writeAttribute(attributes[i], printable(attributes[i + 1]));
		}
	}

	/** Replaces characters that XML 1.0 does not allow. */
	private static String printable(String text) {
		return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
	}

	/** Writes the content of an element. */
	@FunctionalInterface
	interface Content {

		void write(XmlDocument xml) throws XMLStreamException;

	}

}
