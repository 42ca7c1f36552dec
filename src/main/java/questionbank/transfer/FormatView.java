package questionbank.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import questionbank.format.QuestionFormat;

/**
 * A format to choose for an export.
 *
 * @param address of the file in this format
 * @param losses what the file cannot carry
 */
record FormatView(QuestionFormat format, String address, List<String> losses) {

	/**
	 * Returns all formats.
	 * @param address returns the address of the file in a format, by its slug
	 */
	static List<FormatView> all(UnaryOperator<String> address) {
		return Arrays.stream(QuestionFormat.values())
			.map((format) -> new FormatView(format, address.apply(format.slug()), format.losses()))
			.toList();
	}

}
