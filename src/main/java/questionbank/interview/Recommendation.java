package questionbank.interview;

/** A panellist's overall recommendation, from 1 to 4. */
enum Recommendation {

	STRONG_NO("strong no"), NO("no"), YES("yes"), STRONG_YES("strong yes");

	private final String label;

	Recommendation(String label) {
		this.label = label;
	}

	/** Returns the recommendation of a value from 1 to 4. */
	static Recommendation of(int value) {
		return values()[value - 1];
	}

	/** Returns the value, from 1 to 4. */
	public int value() {
		return ordinal() + 1;
	}

	/** Returns the words for the recommendation. */
	public String label() {
		return this.label;
	}

}
