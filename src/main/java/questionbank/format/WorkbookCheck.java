package questionbank.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import questionbank.format.QuestionEntry.Location;

/**
 * Validates the parts of a workbook before fastexcel reads them: that library allocates
 * arrays by the positions of cells and the indexes of strings, however large.
 */
final class WorkbookCheck {

	private static final int MAX_STRINGS = 1_000_000;

	private static final int MAX_ARRAY_FORMULAS = 1000;

	private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");

	private static final Pattern ROW = Pattern.compile("[1-9]\\d{0,6}");

	private static final Pattern INDEX = Pattern.compile("\\d{1,7}");

	private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

	private int strings;

	private int lastString = -1;

	private int arrayFormulas;

	/** Whether the part has to be well-formed. */
	private boolean isXml;

	WorkbookCheck() {
		this.factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	/**
	 * Checks a part. The workbook may take any part for a sheet, so that each is parsed;
	 * what is no XML, such as an image, is passed over.
	 */
	void part(String name, InputStream in) throws IOException {
		this.isXml = name.endsWith(".xml") || name.endsWith(".rels");
		try {
			elements(name, this.factory.createXMLStreamReader(in));
		}
		catch (XMLStreamException | RuntimeException ex) {
			if (ex instanceof XMLStreamException xml
					&& xml.getNestedException() instanceof MalformedFileException cause) {
				throw cause;
			}
			if (this.isXml) {
				throw XlsxFile.damaged(name, 0);
			}
		}
	}

	private void elements(String name, XMLStreamReader xml) throws XMLStreamException, IOException {
		var inPart = 0;
		var isShared = false;
		while (xml.hasNext()) {
			var event = xml.next();
			if (event == XMLStreamConstants.DTD) {
				throw new MalformedFileException(new Location(name, xml.getLocation().getLineNumber(), 1), "<!DOCTYPE",
						"A document type is refused.");
			}
			if (event != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			this.isXml = true;
			switch (xml.getLocalName()) {
				case "si" -> inPart++;
				case "row" -> require(name, xml, ROW, "r");
				case "c" -> {
					require(name, xml, CELL, "r");
					require(name, xml, INDEX, "s");
					isShared = "s".equals(xml.getAttributeValue(null, "t"));
				}
				case "v" -> {
					if (isShared) {
						shared(name, xml);
					}
				}
				case "f" -> {
					if ("array".equals(xml.getAttributeValue(null, "t")) && ++this.arrayFormulas > MAX_ARRAY_FORMULAS) {
						throw XlsxFile.damaged(name, 0);
					}
				}
				default -> {
				}
			}
		}
		this.strings = Math.max(this.strings, inPart);
	}

	private void shared(String name, XMLStreamReader xml) throws XMLStreamException, IOException {
		var index = xml.getElementText().strip();
		if (!INDEX.matcher(index).matches()) {
			throw XlsxFile.damaged(name, 0);
		}
		this.lastString = Math.max(this.lastString, Integer.parseInt(index));
	}

	private static void require(String name, XMLStreamReader xml, Pattern pattern, String attribute)
			throws IOException {
		var value = xml.getAttributeValue(null, attribute);
		if (value != null && !pattern.matcher(value).matches()) {
			throw new MalformedFileException(new Location(name, 0, 0), value, "A cell has no valid position.");
		}
	}

	void finish() throws IOException {
		if (this.lastString >= this.strings || this.strings > MAX_STRINGS) {
			throw new MalformedFileException(new Location(null, 0, 0), "",
					"The workbook refers to texts that it does not have.");
		}
	}

}
