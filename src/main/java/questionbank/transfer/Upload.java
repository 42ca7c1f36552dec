package questionbank.transfer;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionFormat;

/**
 * The submitted form of an import, whose file or text is streamed to a temporary file.
 * The servlet is not configured for multipart requests, so that Tomcat reads no body
 * before the user is authorized: the body is read here, after that.
 */
final class Upload implements Closeable {

	private static final int MAX_FIELDS = 20;

	private static final int MAX_FIELD = 1_000;

	/** The boundaries and the other fields of the form. */
	private static final int OVERHEAD = 64 * 1024;

	private final Map<String, String> fields = new HashMap<>();

	private final Map<String, Path> contents = new HashMap<>();

	private String fileName = "";

	private String problem = "";

	private Upload() {
	}

	/** Reads the form of a request, multipart or not. */
	static Upload read(HttpServletRequest request) throws IOException {
		var upload = new Upload();
		try {
			if (FileUpload.MULTIPART_FORM_DATA.regionMatches(true, 0,
					Objects.requireNonNullElse(request.getContentType(), ""), 0,
					FileUpload.MULTIPART_FORM_DATA.length())) {
				upload.readParts(request);
			}
			else {
				upload.readParameters(request);
			}
		}
		catch (IOException | RuntimeException ex) {
			upload.close();
			throw ex;
		}
		return upload;
	}

	private void readParts(HttpServletRequest request) throws IOException {
		var parser = new FileUpload();
		parser.setSizeMax(2 * QuestionFormat.MAX_BYTES + OVERHEAD);
		parser.setFileSizeMax(QuestionFormat.MAX_BYTES);
		parser.setFileCountMax(MAX_FIELDS);
		parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
		try {
			var parts = parser.getItemIterator(new ServletRequestContext(request) {

				@Override
				public InputStream getInputStream() throws IOException {
					return UploadTokenFilter.body(request);
				}

			});
			while (parts.hasNext()) {
				readPart(parts.next());
			}
		}
		catch (FileUploadIOException ex) {
			this.problem = reason(ex.getCause());
		}
		catch (FileUploadException | MalformedStreamException | InvalidFileNameException ex) {
			this.problem = reason(ex);
		}
	}

	private static String reason(@Nullable Throwable failure) {
		return (failure instanceof SizeException)
				? "The file is larger than %d MB. Please split it.".formatted(QuestionFormat.MAX_BYTES / 1024 / 1024)
				: "The upload is incomplete. Please send it again.";
	}

	private void readPart(FileItemStream part) throws IOException {
		var name = part.getFieldName();
		try (var content = part.openStream()) {
			if ("file".equals(name) && !part.isFormField() || "text".equals(name) && part.isFormField()) {
				this.fileName = part.isFormField() ? this.fileName : baseName(part.getName());
				store(name, content);
			}
			else if (name != null && this.fields.size() < MAX_FIELDS) {
				this.fields.put(name, new String(content.readNBytes(MAX_FIELD), StandardCharsets.UTF_8));
			}
		}
	}

	private void readParameters(HttpServletRequest request) throws IOException {
		for (var name : new String[] { "format", "status", "audience" }) {
			this.fields.put(name, Objects.requireNonNullElse(request.getParameter(name), ""));
		}
		var text = Objects.requireNonNullElse(request.getParameter("text"), "");
		try (var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
			store("text", content);
		}
	}

	private void store(String name, InputStream content) throws IOException {
		var file = Files.createTempFile("question-import", null);
		var former = this.contents.put(name, file);
		if (former != null) {
			Files.delete(former);
		}
		try (var out = Files.newOutputStream(file)) {
			content.transferTo(out);
		}
	}

	/** Returns the name without a path, which some browsers send. */
	private static String baseName(@Nullable String name) {
		return (name != null) ? name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1) : "";
	}

	/** Returns the fields but file and text. */
	Map<String, String> fields() {
		return this.fields;
	}

	/** Returns the name of the file; empty without one. */
	String fileName() {
		return this.fileName;
	}

	/** Returns why the form cannot be read; empty if it can. */
	String problem() {
		return this.problem;
	}

	boolean hasFile() throws IOException {
		return has("file") || !this.fileName.isEmpty();
	}

	boolean hasText() throws IOException {
		return has("text") && (Files.size(Objects.requireNonNull(this.contents.get("text"))) > MAX_FIELD
				|| !text(MAX_FIELD).isBlank());
	}

	private boolean has(String name) throws IOException {
		var content = this.contents.get(name);
		return content != null && Files.size(content) > 0;
	}

	/** Returns the text; empty if it has more bytes than a maximum. */
	String text(int max) throws IOException {
		var content = this.contents.get("text");
		return (content == null || Files.size(content) > max) ? ""
				: new String(Files.readAllBytes(content), StandardCharsets.UTF_8);
	}

	/** Returns the file, or else the text. */
	Path content() {
		return Objects.requireNonNull(this.contents.get(chosen()));
	}

	/** Hands the content over to the caller, who deletes it. */
	Path take() {
		return Objects.requireNonNull(this.contents.remove(chosen()));
	}

	private String chosen() {
		return (this.contents.containsKey("file") && !this.fileName.isEmpty()) ? "file" : "text";
	}

	@Override
	public void close() throws IOException {
		for (var content : this.contents.values()) {
			Files.deleteIfExists(content);
		}
	}

}
