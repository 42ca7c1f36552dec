package questionbank.practice;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class LearnersTests {

	private static final int REQUESTS = 6;

	@Autowired
	private Learners learners;

	@Test
	void concurrentFirstRequestsOfABrowserRegisterOneLearner() {
		// Not every round has two requests that insert at the same time.
		for (int round = 0; round < 20; round++) {
			var identity = new LearnerIdentity(Viewer.ANONYMOUS, "cookie of a deleted learner " + round, true, null);
			concurrently(() -> this.learners.register(identity));
			assertThat(this.learners.find(identity)).isPresent();
		}
	}

	private static void concurrently(Runnable request) {
		var start = new CyclicBarrier(REQUESTS);
		var requests = new ArrayList<CompletableFuture<Void>>();
		for (int i = 0; i < REQUESTS; i++) {
			requests.add(CompletableFuture.runAsync(() -> {
				try {
					start.await();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
				request.run();
			}, (task) -> new Thread(task).start()));
		}
		requests.forEach(CompletableFuture::join);
	}

}
