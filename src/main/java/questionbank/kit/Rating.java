package questionbank.kit;

import java.util.Locale;

/**
 * The anchored rating scale of an answer, from 1 to 4.
 *
 * @see <a href=
 * "https://www.opm.gov/policy-data-oversight/assessment-and-selection/structured-interviews/">OPM,
 * structured interviews</a>
 */
public enum Rating {

	NOT_SHOWN("not shown", "gives no useful answer", "does not cover the key point",
			"covers hardly any of the %d key points"),
	PARTLY("partly", "gives parts of an answer, or needs much help", "covers the key point in part, or with much help",
			"covers some of the %d key points, or needs much help"),
	SOLID("solid", "gives a good answer, like the sample answer", "covers the key point",
			"covers most of the %d key points"),
	OUTSTANDING("outstanding", "goes beyond the sample answer", "covers the key point, and goes beyond it",
			"covers all %d key points, and goes beyond them");

	private final String label;

	private final String withoutPoints;

	private final String withOnePoint;

	private final String withPoints;

	Rating(String label, String withoutPoints, String withOnePoint, String withPoints) {
		this.label = label;
		this.withoutPoints = withoutPoints;
		this.withOnePoint = withOnePoint;
		this.withPoints = withPoints;
	}

	/** Returns the rating of a value from 1 to 4. */
	public static Rating of(int value) {
		return values()[value - 1];
	}

	/** Returns the value, from 1 to 4. */
	public int value() {
		return ordinal() + 1;
	}

	/** Returns the word for the rating. */
	public String label() {
		return this.label;
	}

	/** Describes the behaviour that the rating stands for. */
	public String anchor(int keyPoints) {
		return switch (keyPoints) {
			case 0 -> this.withoutPoints;
			case 1 -> this.withOnePoint;
			default -> String.format(Locale.ENGLISH, this.withPoints, keyPoints);
		};
	}

}
