package questionbank.desk;

import java.io.Serializable;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The links after a save: to the change, its undo, and the list from which the question
 * was opened.
 *
 * @param version the revision that was made
 * @param listQuery the query string of that list; empty for the unfiltered list
 */
record SavedNotice(long question, int version, String listQuery) implements Serializable {

	private static final String TEMPLATE = "desk/_fragments";

	private static final int MAX_QUERY = 2_000;

	/**
	 * Returns a submitted query string if it can be one of the list, else an empty text.
	 */
	static String listQuery(String submitted) {
		return (submitted.length() <= MAX_QUERY && submitted.matches("[A-Za-z0-9%=&_.~+*:,@/-]*+")) ? submitted : "";
	}

	/** Shows the links with the notice of the next page, that of the question. */
	void addTo(RedirectAttributes next) {
		next.addFlashAttribute("savedNotice", this);
		next.addFlashAttribute("noticeFragment", TEMPLATE);
	}

	/** Returns the address of the list. */
	public String list() {
		return "/questions/desk" + (this.listQuery.isEmpty() ? "" : "?" + this.listQuery);
	}

}
