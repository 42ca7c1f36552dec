package questionbank.transfer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import questionbank.transfer.ImportRow.Kind;
import questionbank.web.Paging;

/**
 * The query of a page of rows.
 *
 * @param kind the slug of a kind of rows; empty for all but the unchanged ones, if there
 * are others
 */
record PreviewQuery(String kind, String page) {

	long number() {
		return this.page.matches("[1-9][0-9]{0,8}") ? Long.parseLong(this.page) : 1;
	}

	Set<Kind> kinds(Set<Kind> present) {
		return Arrays.stream(Kind.values())
			.filter((one) -> one.slug().equals(this.kind))
			.findFirst()
			.<Set<Kind>>map(EnumSet::of)
			.orElseGet(() -> {
				var changes = EnumSet.complementOf(EnumSet.of(Kind.UNCHANGED));
				return present.stream().anyMatch(changes::contains) ? changes : EnumSet.allOf(Kind.class);
			});
	}

	/** Returns the address of the first page. */
	public String address(long id) {
		var known = Arrays.stream(Kind.values()).anyMatch((one) -> one.slug().equals(this.kind));
		return "/import/" + id + (known ? "?kind=" + this.kind : "");
	}

	/** Returns the address of this page. */
	String here(long id) {
		return new Paging(number(), Integer.MAX_VALUE).address(address(id), number());
	}

}
