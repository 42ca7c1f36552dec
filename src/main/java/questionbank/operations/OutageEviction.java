package questionbank.operations;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Evicts connections from the pool that failed for a {@link DatabaseOutage}. HikariCP
 * validates a connection only after it was idle for half a second, so that under load it
 * would reuse connections to a database that H2 has closed. HikariCP instantiates this
 * class by name.
 */
public class OutageEviction implements SQLExceptionOverride {

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return DatabaseOutage.isCauseOf(ex) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
