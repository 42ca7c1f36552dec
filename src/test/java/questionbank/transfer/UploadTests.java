package questionbank.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;
import questionbank.format.QuestionFormat;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** Uploads over HTTP: who may send one, and what is refused. */
@PageTest
class UploadTests {

	private static final String BOUNDARY = "----a-boundary";

	@LocalServerPort
	private int port;

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String word = Words.unheard();

	@Test
	void previewsAnUploadedFile() throws Exception {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var sent = send(administrator, token(administrator), file("a.csv", csv()));
		assertThat(sent.statusCode()).isEqualTo(302);
		var preview = administrator.open(sent.headers().firstValue("Location").orElseThrow());
		assertThat(preview.text("h1")).isEqualTo("Import of a.csv");
		assertThat(preview.texts(".import-row .kind")).containsExactly("New");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANDIDATE", "INTERVIEWER" })
	void refusesAnUploadByOthers(Role role) throws Exception {
		var other = signedIn(role);
		var token = other.open("/account").one(".masthead [name=_csrf]").val();
		var before = imports();
		assertThat(send(other, token, file("a.csv", csv())).statusCode()).isEqualTo(403);
		assertThat(imports()).isEqualTo(before);
	}

	@Test
	void refusesAForgedUpload() throws Exception {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var token = token(administrator);
		var before = imports();
		assertThat(send(administrator, "", file("a.csv", csv())).statusCode()).isEqualTo(403);
		assertThat(send(administrator, "x", file("a.csv", csv())).statusCode()).isEqualTo(403);
		assertThat(send(administrator, token, new byte[0]).statusCode()).isEqualTo(403);
		var late = new ByteArrayOutputStream();
		late.write(file("a.csv", csv()), 0, file("a.csv", csv()).length - ("--" + BOUNDARY + "--\r\n").length());
		late.write(field(token));
		late.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		assertThat(send(administrator, "", late.toByteArray()).statusCode()).isEqualTo(403);
		assertThat(imports()).isEqualTo(before);
	}

	@Test
	void hasTheTokenAsItsFirstFieldAndNotInItsAddress() {
		var form = signedIn(Role.ADMINISTRATOR).open("/import").one("form[enctype]");
		assertThat(form.attr("action")).isEqualTo("/import");
		assertThat(form.select("input, select, textarea, button").first().attr("name")).isEqualTo("_csrf");
	}

	@Test
	void doesNotReadALargeBodyOfAStranger() throws Exception {
		var sent = this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/import"))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.ofByteArray(file("a.csv", new byte[1_000_000])))
			.build(), BodyHandlers.ofString());
		assertThat(sent.statusCode()).isEqualTo(413);
	}

	@Test
	void refusesAFileThatIsTooLarge() throws Exception {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var content = new byte[(int) QuestionFormat.MAX_BYTES + 1];
		Arrays.fill(content, (byte) 'a');
		var sent = send(administrator, token(administrator), file("a.csv", content));
		assertThat(sent.statusCode()).isEqualTo(422);
		assertThat(message(sent)).isEqualTo("The file is larger than 20 MB. Please split it.");
	}

	@Test
	void saysThatAFileCannotBeRead() throws Exception {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var sent = send(administrator, token(administrator), file("a.json", "[{]".getBytes(StandardCharsets.UTF_8)));
		assertThat(sent.statusCode()).isEqualTo(422);
		assertThat(message(sent)).contains("Line 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "------a-boundary", "------a-boundary\r\n", "------a-boundary\r\nx: y\r\n\r\n",
			"------a-boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a\0b\"\r\n\r\nx",
			"------a-boundary\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n------a-boundary--",
			"------a-boundary\r\nContent-Disposition: form-data; name=\"text\"; filename=\"x\"\r\n\r\nx\r\n"
					+ "------a-boundary--",
			"------a-boundary\r\nContent-Disposition: form-data\r\n\r\nx\r\n------a-boundary--" })
	void refusesABrokenForm(String body) throws Exception {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var sent = send(administrator, token(administrator), body.getBytes(StandardCharsets.UTF_8));
		assertThat(sent.statusCode()).isEqualTo(422);
		assertThat(message(sent)).isNotEmpty();
	}

	private long imports() {
		return this.database.sql("select count(*) from question_import").query(Long.class).single();
	}

	private byte[] csv() {
		return ("question,difficulty\nWhat is a " + this.word + "?,easy\n").getBytes(StandardCharsets.UTF_8);
	}

	private Visitor signedIn(Role role) {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(role));
		return visitor;
	}

	private static String token(Visitor visitor) {
		return visitor.open("/import").one("form[enctype] [name=_csrf]").val();
	}

	private static byte[] field(String token) {
		return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] file(String name, byte[] content) throws IOException {
		var body = new ByteArrayOutputStream();
		body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
				+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.write(content);
		body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	/** Sends a form whose first field is the token, unless it is empty. */
	private HttpResponse<String> send(Visitor visitor, String token, byte[] rest)
			throws IOException, InterruptedException {
		var body = new ByteArrayOutputStream();
		if (!token.isEmpty()) {
			body.write(field(token));
		}
		body.write(rest);
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/import"))
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.header("Accept", "text/html")
			.header("Cookie",
					"SESSION=" + visitor.cookie("SESSION").orElseThrow().getValue() + "; XSRF-TOKEN="
							+ visitor.cookie("XSRF-TOKEN").orElseThrow().getValue())
			.POST(BodyPublishers.ofByteArray(body.toByteArray()))
			.build(), BodyHandlers.ofString());
	}

	private static String message(HttpResponse<String> page) {
		return Jsoup.parse(page.body()).select("#file-mistake, #text-mistake").text();
	}

}
