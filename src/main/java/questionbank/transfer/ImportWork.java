package questionbank.transfer;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the work on imports in the background, one at a time. A request waits for it for a
 * short time, so that the result of small imports is in the response. While a work runs
 * or waits for another, a heartbeat tells all instances that it has not died.
 */
@Component
class ImportWork implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ImportWork.class);

	private static final long WAIT_SECONDS = 4;

	private final Set<Long> present = ConcurrentHashMap.newKeySet();

	private final ImportLog log;

	private final LongTaskTimer timer;

	private final ExecutorService background = Executors.newSingleThreadExecutor((task) -> new Thread(task, "imports"));

	ImportWork(ImportLog log, MeterRegistry meters) {
		this.log = log;
		this.timer = LongTaskTimer.builder("questionbank.import.active").description("Import").register(meters);
	}

	/** Runs a work on an import, and waits for its end for a short time. */
	void run(long id, Runnable work) {
		this.present.add(id);
		var task = CompletableFuture.runAsync(() -> {
			try {
				this.timer.record(work);
			}
			finally {
				this.present.remove(id);
			}
		}, this.background);
		try {
			task.get(WAIT_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			// The page of the import shows its progress; a failure has no response any
			// more.
			task.whenComplete((none, failure) -> {
				if (failure != null) {
					logger.error("Background work on an import failed", failure);
				}
			});
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	@Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
	void beat() {
		this.present.forEach(this.log::beat);
	}

	@Override
	public void destroy() {
		this.background.shutdown();
	}

}
