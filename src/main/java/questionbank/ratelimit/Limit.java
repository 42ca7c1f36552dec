package questionbank.ratelimit;

/**
 * Kinds of rate limits, with the capacity of a bucket: tokens per
 * {@link TokenBuckets#PERIOD}.
 */
enum Limit {

	SIGN_IN_BY_ADDRESS(40), SIGN_IN_BY_ACCOUNT_AND_ADDRESS(10), SIGN_IN_BY_ACCOUNT(100), KNOWN_BROWSER(20),
	// Many people may sign up behind one address, such as a class at a school.
	SIGN_UP_BY_ADDRESS(100), SIGN_UP_BY_ACCOUNT(10), LINK(40), RESET_BY_ADDRESS(20), RESET_BY_ACCOUNT(3),
	CONFIRMATION(20), ANONYMOUS(100), FEED(60);

	private final int capacity;

	Limit(int capacity) {
		this.capacity = capacity;
	}

	int capacity() {
		return this.capacity;
	}

}
