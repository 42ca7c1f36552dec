package questionbank.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Concurrency limit: a semaphore for all clients and a count for each client address. It
 * keeps request threads free for everyone else.
 */
final class ConcurrencyLimit {

	private final Semaphore all;

	private final int most;

	private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

	/**
	 * Creates the limit.
	 * @param all how many permits there are
	 * @param most how many of them one address may hold
	 */
	ConcurrencyLimit(int all, int most) {
		this.all = new Semaphore(all);
		this.most = most;
	}

	/** Acquires a permit, if one is free; never waits. */
	boolean acquire(String address) {
		if (!this.all.tryAcquire()) {
			return false;
		}
		if (this.byAddress.merge(address, 1, Integer::sum) <= this.most) {
			return true;
		}
		release(address);
		return false;
	}

	/** Returns a permit that was acquired for the address. */
	void release(String address) {
		this.byAddress.computeIfPresent(address, (key, count) -> (count > 1) ? count - 1 : null);
		this.all.release();
	}

}
