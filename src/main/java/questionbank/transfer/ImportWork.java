package questionbank.transfer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Runs the work on imports in the background, one at a time. A request waits for it for a
 * short time, so that the result of small imports is in the response.
 */
@Component
class ImportWork implements DisposableBean {

	private static final long WAIT_SECONDS = 4;

	private final ExecutorService background = Executors.newSingleThreadExecutor((task) -> new Thread(task, "imports"));

	/** Runs a work, and waits for its end for a short time. */
	void run(Runnable work) {
		try {
			CompletableFuture.runAsync(work, this.background).get(WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			// The page of the import shows its progress.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	@Override
	public void destroy() {
		this.background.shutdown();
	}

}
