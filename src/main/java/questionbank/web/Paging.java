package questionbank.web;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Pagination of a long list, as its links are rendered.
 *
 * @param number the current page, from 1
 * @param last the last page, at least 1
 */
public record Paging(long number, int last) {

	/** The number of pages linked on either side of the current one. */
	private static final int NEIGHBOURS = 2;

	/**
	 * Computes the pages of a list.
	 * @param number the current page, from 1
	 * @param size how many entries a page has
	 * @param total how many entries the list has
	 * @param reach how many of them can be reached
	 */
	public static Paging of(long number, int size, long total, int reach) {
		var reachable = Math.min(total, reach);
		return new Paging(number, (int) Math.max(1, (reachable + size - 1) / size));
	}

	/**
	 * Returns the URL of a page of a list.
	 * @param list the URL of the first page
	 */
	public String address(String list, long page) {
		return (page == 1) ? list : list + ((list.indexOf('?') < 0) ? "?page=" : "&page=") + page;
	}

	/** Returns whether the current page does not exist. */
	public boolean isBeyondLast() {
		return this.number > this.last;
	}

	public boolean hasSeveral() {
		return this.last > 1;
	}

	public boolean hasPrevious() {
		return this.number > 1;
	}

	public boolean hasNext() {
		return this.number < this.last;
	}

	/**
	 * Returns the pages to link, in order: the first, those around the current one, the
	 * last.
	 */
	public List<Integer> offered() {
		return LongStream.rangeClosed(1, this.last)
			.filter((page) -> page == 1 || page == this.last || Math.abs(page - this.number) <= NEIGHBOURS)
			.mapToObj(Math::toIntExact)
			.toList();
	}

}
