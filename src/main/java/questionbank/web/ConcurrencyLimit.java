package questionbank.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Concurrency limit: a semaphore for all clients and a count for each client address, so
 * that one client cannot hold all permits.
 */
final class ConcurrencyLimit {

	private final Semaphore permits;

	private final int perAddress;

	private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

	/**
	 * Creates the limit.
	 * @param permits the number of permits
	 * @param perAddress how many of them one address may hold
	 */
	ConcurrencyLimit(int permits, int perAddress) {
		this.permits = new Semaphore(permits);
		this.perAddress = perAddress;
	}

	/** Acquires a permit, if one is free; never waits. */
	boolean acquire(String address) {
		if (!this.permits.tryAcquire()) {
			return false;
		}
		if (this.byAddress.merge(address, 1, Integer::sum) <= this.perAddress) {
			return true;
		}
		release(address);
		return false;
	}

	/** Returns a permit that was acquired for the address. */
	void release(String address) {
		this.byAddress.computeIfPresent(address, (key, count) -> (count > 1) ? count - 1 : null);
		this.permits.release();
	}

}
