package questionbank.interview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

import questionbank.PageTest;
import questionbank.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What was removed is neither in the file of the database nor in a backup of it. */
@PageTest
@TestPropertySource(properties = "test.database.file=true")
class RetentionErasureTests extends InterviewFixture {

	private static final String MARKER = "marker";

	private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
			StandardCharsets.UTF_16BE);

	@Autowired
	private Retention retention;

	@Value("${questionbank.data}")
	private Path data;

	@TempDir
	private Path backups;

	@Test
	void removesPersonalDataFromTheFileAndBackups() throws Exception {
		var interview = scored("Kim-marker", "guest-marker@example.org");
		assertHasMarkers(true);
		var vacuums = vacuums();
		this.owner.send(this.owner.open(interview), "form[action$=" + interview + "/removal]", "sure", "true");
		awaitErasure(vacuums);
		assertThat(this.owner.open(interview).texts(".matrix tbody td")).startsWith("3");
	}

	@Test
	void removesADeletedInterviewFromTheFileAndBackups() throws Exception {
		var interview = scored("Kim-marker", "guest-marker@example.org");
		assertHasMarkers(true);
		var vacuums = vacuums();
		this.owner.send(this.owner.open(interview), "form[action$=deletion]");
		assertThat(this.owner.open(interview).status()).isEqualTo(404);
		awaitErasure(vacuums);
	}

	/** As many as to give the indexes inner pages, which hold keys of their own. */
	@Test
	void removesExpiredDataOfManyInterviews() throws Exception {
		var interview = id(create());
		this.database
			.sql("""
					insert into interview (owner_name, kit_id, kit_revision, title, role, notes, candidate, candidate_hash,
						held_on, zone, place, created_at)
					select owner_name, kit_id, kit_revision, title, role, notes, concat('Candidate-marker ', n),
						concat('hash of ', n), date '2020-01-01', zone, 'Place-marker', timestamp with time zone '2020-01-01 00:00:00Z'
					from interview, generate_series(1, 300) as numbers (n) where id = ?"""
				.replace("generate_series", TestDatabase.isPostgresql() ? "generate_series" : "system_range"))
			.param(interview)
			.update();
		this.database.sql("""
				insert into interview_panellist (interview_id, guest, email, name, token_hash, version, reason)
				select id, true, concat('guest-marker-', id), 'Guest-marker', concat('hash of ', id), 1,
					'Reason-marker' from interview where place = 'Place-marker'""").update();
		store();
		assertHasMarkers(true);
		var vacuums = vacuums();
		this.retention.removeExpired();
		awaitErasure(vacuums);
	}

	/** The erasure is requested by the removal, and runs in the background. */
	private void awaitErasure(long vacuums) {
		Awaitility.await().untilAsserted(() -> {
			assertHasMarkers(false);
			assertThat(!TestDatabase.isPostgresql() || vacuums() > vacuums).as("vacuum").isTrue();
		});
	}

	private void assertHasMarkers(boolean expected) throws IOException {
		if (TestDatabase.isPostgresql()) {
			assertThat(hasMarker(rows())).as("rows").isEqualTo(expected);
			return;
		}
		assertThat(hasMarker(Files.readAllBytes(this.data.resolve("questionbank.mv.db")))).as("file")
			.isEqualTo(expected);
		var backup = Files.createTempDirectory(this.backups, "backup");
		this.database.sql("backup to '" + backup.resolve("backup.zip") + "'").update();
		try (var zip = new ZipInputStream(Files.newInputStream(backup.resolve("backup.zip")))) {
			zip.getNextEntry();
			var content = new ByteArrayOutputStream();
			zip.transferTo(content);
			assertThat(hasMarker(content.toByteArray())).as("backup").isEqualTo(expected);
		}
		this.database.sql("script to '" + backup.resolve("script.sql") + "'").query().listOfRows();
		assertThat(hasMarker(Files.readAllBytes(backup.resolve("script.sql")))).as("script").isEqualTo(expected);
	}

	/** H2 writes to its file within half a second after a commit. */
	private void store() {
		if (!TestDatabase.isPostgresql()) {
			this.database.sql("checkpoint sync").update();
		}
	}

	/** Returns the rows of the tables as text, on PostgreSQL. */
	private byte[] rows() {
		return Retention.TABLES.stream()
			.flatMap((table) -> this.database.sql("select cast(one as text) from " + table + " one")
				.query(String.class)
				.list()
				.stream())
			.collect(Collectors.joining("\n"))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Counts the vacuums since the database was created; 0 on H2. */
	private long vacuums() {
		if (!TestDatabase.isPostgresql()) {
			return 0;
		}
		return this.database.sql("select vacuum_count from pg_stat_user_tables where relname = 'interview_answer'")
			.query(Long.class)
			.single();
	}

	private static boolean hasMarker(byte[] content) {
		// Each byte is one character, so that bytes are found.
		var text = new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		return CHARSETS.stream()
			.anyMatch((charset) -> text.contains(new String(MARKER.getBytes(charset), StandardCharsets.ISO_8859_1)));
	}

}
