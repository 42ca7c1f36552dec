package questionbank.operations;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

import questionbank.web.DatabaseOutage;

/**
 * Makes the connection pool evict a connection that failed for a {@link DatabaseOutage}.
 * HikariCP validates a connection only if it was idle for half a second, so that under
 * load it would hand out those of a database that H2 has closed. HikariCP instantiates it
 * by name.
 */
public class OutageEviction implements SQLExceptionOverride {

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return DatabaseOutage.isCauseOf(ex) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
