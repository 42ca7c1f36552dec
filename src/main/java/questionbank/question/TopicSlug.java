package questionbank.question;

import com.ibm.icu.text.Normalizer2;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

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
		var plain = Normalizer2.getNFKCCasefoldInstance().normalize(typed);
		return ICUFoldingFilter.NORMALIZER.normalize(plain).strip().replaceAll("[\\s_]+", "-");
	}

}
