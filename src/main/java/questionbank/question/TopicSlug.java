package questionbank.question;

import org.apache.lucene.analysis.icu.ICUFoldingFilter;

import questionbank.web.UnicodeText;

/** Makes slugs of topics that are typed. */
public final class TopicSlug {

	private TopicSlug() {
	}

	/**
	 * The slug of a topic, such as {@code data-quality} of "Data Quality": in NFKC,
	 * without case, diacritics and ignorable characters, with hyphens for spaces.
	 * @return not a {@linkplain QuestionDraft#isTopic topic} if the text has other
	 * characters than letters that fold to a to z, digits, spaces, underscores and
	 * hyphens
	 */
	public static String of(String typed) {
		return ICUFoldingFilter.NORMALIZER.normalize(UnicodeText.foldCase(typed)).strip().replaceAll("[\\s_]+", "-");
	}

}
