package questionbank;

import java.sql.DriverManager;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Replacement of pooled connections, including the first one. */
@DatabaseTest
class RenewedConnectionTests {

	@Autowired
	private HikariDataSource connections;

	@Autowired
	private World world;

	@Autowired
	private TestAccounts accounts;

	@Test
	void aNewConnectionCanWrite() throws SQLException {
		try (var keepingOpen = DriverManager.getConnection(this.connections.getJdbcUrl(),
				this.connections.getUsername(), this.connections.getPassword())) {
			this.connections.getHikariPoolMXBean().softEvictConnections();
			assertThat(this.world.add(World.question("Still there?", "Yes."))).isPositive();
			assertThat(this.accounts.add(Role.CANDIDATE).id()).isPositive();
			assertThat(keepingOpen.isClosed()).isFalse();
		}
	}

}
