package questionbank.archive;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class TableCatalogueTests {

	@Autowired
	private DataSource database;

	/** Every table is in archives, except these. */
	@Test
	void leavesOutNothingButWhatIsListed() throws SQLException {
		try (var connection = this.database.getConnection()) {
			var catalogue = new TableCatalogue(connection);
			var leftOut = new TreeSet<>(catalogue.names());
			catalogue.tables().forEach((table) -> assertThat(leftOut.remove(table.name())).isTrue());
			assertThat(leftOut).allMatch(TableCatalogue::isLeftOut)
				.containsExactly("backup_run", "flyway_schema_history", "form_submission", "health_check",
						"spring_session", "spring_session_attributes");
		}
	}

	@Test
	void ordersTablesByTheirReferences() throws SQLException {
		try (var connection = this.database.getConnection()) {
			var before = new HashSet<String>();
			for (var table : new TableCatalogue(connection).tables()) {
				assertThat(table.forwardReferences()).isEmpty();
				before.add(table.name());
				if (!before.contains("question")) {
					assertThat(before).doesNotContain("question_revision", "attempt");
				}
			}
			assertThat(before).contains("question", "question_revision", "attempt");
		}
	}

}
