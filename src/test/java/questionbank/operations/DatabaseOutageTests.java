package questionbank.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.hibernate.TransactionException;
import org.hibernate.search.util.common.SearchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseOutageTests {

	@ParameterizedTest
	@ValueSource(strings = { "08001", "08006", "53100", "53300", "57P01", "58030", "90028", "90031", "90098" })
	void isCauseOfErrorsOfConnectionAndStorage(String state) {
		assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new SQLException("x", state)))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "22001", "40001", "42601", "57014", "HY000" })
	void isNotCauseOfRefusedStatements(String state) {
		assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new SQLException("x", state)))).isFalse();
	}

	@Test
	void isCauseOfATimeoutOfTheConnectionPool() {
		assertThat(DatabaseOutage.isCauseOf(new SQLTransientConnectionException("timed out"))).isTrue();
	}

	@Test
	void isCauseOfAFailedCommit() {
		assertThat(DatabaseOutage
			.isCauseOf(new TransactionException("Unable to rollback", new SQLException("Connection is closed"))))
			.isTrue();
	}

	@Test
	void isCauseOfASearchIndexThatCannotBeRead() {
		var full = new IOException("No space left on device");
		assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new SearchException("Index", full)))).isTrue();
		assertThat(DatabaseOutage.isCauseOf(new SearchException("No such field"))).isFalse();
		assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(full))).isFalse();
	}

	@Test
	void isCauseOfATruncatedFileInMappedMemory() {
		assertThat(DatabaseOutage.isCauseOf(new IllegalStateException(new InternalError(
				"a fault occurred in a recent unsafe memory access operation in compiled Java code"))))
			.isTrue();
	}

	@Test
	void isNotCauseOfOtherExceptions() {
		assertThat(DatabaseOutage.isCauseOf(null)).isFalse();
		assertThat(DatabaseOutage.isCauseOf(new IllegalStateException())).isFalse();
	}

}
