package questionbank.question;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IndexFolderTests {

	private static final Path SOURCES = Path.of("src", "main", "java", "questionbank");

	/** The code that defines what is indexed. */
	private static final List<String> CODE = List.of("question/Question.java", "question/IndexMapping.java",
			"question/Difficulty.java", "question/QuestionStatus.java", "question/Audience.java",
			"textanalysis/EnglishTermAnalyzer.java", "textanalysis/TermTokenizer.java",
			"textanalysis/ClosedFormFilter.java", "textanalysis/Compounds.java", "textanalysis/Synonyms.java",
			"textanalysis/Token.java", "web/Markdown.java");

	/** The digest of the code of each format. */
	private static final String FORMAT = "5 301674d3c458daa6";

	@Test
	void theFormatChangesWithTheCodeThatDefinesTheIndex() throws Exception {
		var digest = MessageDigest.getInstance("SHA-256");
		for (var file : CODE) {
			digest.update(code(file).getBytes(StandardCharsets.UTF_8));
		}
		assertThat(IndexFolder.FORMAT + " " + HexFormat.of().formatHex(digest.digest(), 0, 8))
			.as("If what is indexed has changed, increase IndexFolder.FORMAT; then record the digest here")
			.isEqualTo(FORMAT);
	}

	/** Reads a source file without comments and white space. */
	private static String code(String file) throws IOException {
		return Files.readString(SOURCES.resolve(file))
			.replaceAll("(?s)/\\*.*?\\*/", "")
			.replaceAll("(?m)^\\s*//.*$", "")
			.replaceAll("\\s+", "");
	}

}
