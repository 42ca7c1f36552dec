package questionbank.question;

import questionbank.web.Route.AccessLevel;

/**
 * A part of the page of a question or of the question list, contributed as a bean by a
 * room that offers something to do with questions. The template has a fragment named as
 * the {@linkplain Place#slug place}, which reads the model of the page.
 *
 * @param access the level that the part is shown to
 * @param position the position among the parts of the same place, ascending
 */
public record QuestionFragment(Place place, String template, AccessLevel access, int position) {

	/** Where a fragment is rendered. */
	public enum Place {

		/** Beside the answer of a question: {@code question}, {@code query}. */
		QUESTION("question"),

		/** Below a question: {@code question}. */
		QUESTION_FOOT("foot"),

		/** Beside each question of a list: {@code question}, {@code query}. */
		ENTRY("entry"),

		/** Above a list that is not empty: {@code query}, {@code list}. */
		LIST("list");

		private final String slug;

		Place(String slug) {
			this.slug = slug;
		}

		/** Returns the name of the fragment. */
		public String slug() {
			return this.slug;
		}

	}

}
