package questionbank.operations;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFileTests {

	private static final String HOME = System.getProperty("user.home");

	@ParameterizedTest
	@CsvSource({ "jdbc:h2:file:./data/questionbank, ./data/questionbank",
			"jdbc:h2:file:/srv/a b/questionbank;WRITE_DELAY=0, /srv/a b/questionbank", "jdbc:h2:./bank, ./bank",
			"jdbc:h2:file:bank;CIPHER=AES, bank", "jdbc:h2:C:/data/bank, C:/data/bank" })
	void findsTheFileInTheUrl(String url, Path name) {
		assertThat(DatabaseFile.of(url)).get().extracting(DatabaseFile::name).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:~/bank", "jdbc:h2:file:~/bank;WRITE_DELAY=0" })
	void findsTheFileInTheHomeFolder(String url) {
		assertThat(DatabaseFile.of(url)).get().extracting(DatabaseFile::name).isEqualTo(Path.of(HOME, "bank"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:mem:bank", "jdbc:h2:mem:", "jdbc:h2:tcp://host/~/bank", "jdbc:h2:ssl://host/bank",
			"jdbc:h2:zip:bank.zip!/bank", "jdbc:h2:file:nio:/srv/bank", "jdbc:postgresql://localhost/bank" })
	void ignoresOtherDatabases(String url) {
		assertThat(DatabaseFile.of(url)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ";WRITE_DELAY=0;CIPHER=AES" })
	void opensTheCopyWithTheSameSettings(String settings) {
		assertThat(DatabaseFile.of("jdbc:h2:file:/srv/bank" + settings)).get()
			.extracting(DatabaseFile::copyUrl)
			.isEqualTo("jdbc:h2:file:/srv/bank.migrating" + settings);
	}

}
