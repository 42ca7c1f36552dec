package questionbank.ratelimit;

/** The capacity of each kind of bucket: tokens within {@link TokenBuckets#PERIOD}. */
enum Limit {

	SIGN_IN_BY_ADDRESS(40), SIGN_IN_BY_ACCOUNT_AND_ADDRESS(10), SIGN_IN_BY_ACCOUNT(100), KNOWN_BROWSER(20),
	// A class signs up behind one address.
	SIGN_UP_BY_ADDRESS(100), SIGN_UP_BY_ACCOUNT(10), LINK(40), CONFIRMATION(20), ANONYMOUS(100);

	private final int capacity;

	Limit(int capacity) {
		this.capacity = capacity;
	}

	int capacity() {
		return this.capacity;
	}

}
