package questionbank.account;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;
import questionbank.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class LastAdministratorTests {

	@Autowired
	private People people;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	/** Two administrators demote each other concurrently. */
	@Test
	void remainsAfterConcurrentDemotions() throws Exception {
		var threads = Executors.newFixedThreadPool(2);
		try {
			for (int round = 0; round < 20; round++) {
				this.database.sql("update person set role = 'CANDIDATE'").update();
				var both = List.of(this.accounts.add(Role.ADMINISTRATOR).id(),
						this.accounts.add(Role.ADMINISTRATOR).id());
				var start = new CyclicBarrier(2);
				var done = both.stream().map((id) -> threads.submit(() -> {
					start.await();
					return this.people.changeAccess(id, Role.CANDIDATE, true, "1");
				})).toList();
				assertThat(List.of(done.get(0).get(), done.get(1).get()))
					.containsExactlyInAnyOrder(People.AccessChange.DONE, People.AccessChange.LAST_ADMINISTRATOR);
				assertThat(both).filteredOn((id) -> this.people.find(id).orElseThrow().role() == Role.ADMINISTRATOR)
					.hasSize(1);
			}
		}
		finally {
			threads.shutdown();
		}
	}

}
