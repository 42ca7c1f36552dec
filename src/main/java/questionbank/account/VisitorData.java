package questionbank.account;

import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a room keeps for a browser without an account, and moves to the account that signs
 * up or in with it. The sign-up page names it. Contributed by a room as a bean.
 *
 * @param label describes what is kept for the browser of a request, to the visitor: "your
 * 22 answers and your plan"; empty if there is nothing
 * @param address the page, without the context path, that shows that it has moved
 */
public record VisitorData(Function<HttpServletRequest, Optional<String>> label, String address) {

	/** Finds what is kept for the browser of a request. */
	public Optional<Kept> find(HttpServletRequest request) {
		return this.label.apply(request).map((found) -> new Kept(found, this.address));
	}

	/** What is kept for a browser. */
	public record Kept(String label, String address) {
	}

}
