package questionbank.practice;

import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A schema beside that of the program, migrated version by version with data in it. */
record MigratedSchema(String name, DataSource dataSource, JdbcClient database) {

	static final String TIME = "timestamp with time zone '2026-01-01 00:00:00+00'";

	/** No topics, difficulties or key points. */
	static final String NONE = "cast(array[] as varchar(40) array)";

	void migrate(String version) {
		Flyway.configure()
			.dataSource(this.dataSource)
			.schemas(this.name)
			.locations("classpath:db/migration/common")
			.target(version)
			.load()
			.migrate();
	}

	void insert(String table, String values) {
		this.database.sql("insert into \"" + this.name + "\"." + table + " values (" + values + ")").update();
	}

	/** Returns the first column of a query that reads from one table. */
	List<String> values(String query) {
		return this.database.sql(query.replace(" from ", " from \"" + this.name + "\"."))
			.query((row, number) -> row.getString(1))
			.list();
	}

	void drop() {
		this.database.sql("drop schema \"" + this.name + "\" cascade").update();
	}

}
