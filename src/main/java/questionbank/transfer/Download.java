package questionbank.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import questionbank.format.QuestionFormat;

/** Sets the headers of a file that a browser stores instead of showing it. */
final class Download {

	private static final Set<QuestionFormat> BINARY = Set.of(QuestionFormat.XLSX, QuestionFormat.APKG,
			QuestionFormat.QTI, QuestionFormat.MARKDOWN_ZIP);

	private Download() {
	}

	/**
	 * Begins a download.
	 * @param name of the file, without its extension
	 */
	static void begin(HttpServletResponse response, QuestionFormat format, String name) {
		response.setContentType(BINARY.contains(format) ? format.mediaType()
				: format.mediaType() + ";charset=" + StandardCharsets.UTF_8);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(name + "." + format.extension()).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
	}

}
