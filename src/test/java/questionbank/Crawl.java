package questionbank;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Follows every link from a page on, and holds every address on every page against the
 * path under which the application is published. Of addresses that differ in numbers and
 * values alone, it opens two.
 */
class Crawl {

	private static final int OF_A_KIND = 2;

	/** Where people sign in who do not do so here. */
	private static final String ELSEWHERE = "https://login.acme.example/";

	/** What begins with a slash, and is no address. */
	private static final Set<String> NO_ADDRESSES = Set.of("aria-keyshortcuts", "value");

	private final Map<String, Integer> kinds = new HashMap<>();

	private final Map<String, Integer> statuses = new LinkedHashMap<>();

	private final Deque<String> open = new ArrayDeque<>();

	private final Visitor visitor;

	private final String prefix;

	Crawl(Visitor visitor, String prefix) {
		this.visitor = visitor;
		this.prefix = prefix;
	}

	/** Opens a page and all that it leads to. */
	Crawl from(String address) {
		this.open.add(address);
		while (!this.open.isEmpty()) {
			follow(this.open.remove());
		}
		return this;
	}

	/** The paths that were opened, with {@code N} for each number. */
	Set<String> paths() {
		var paths = new TreeSet<String>();
		this.statuses.keySet().forEach((address) -> paths.add(address.replaceAll("\\?.*", "").replaceAll("\\d+", "N")));
		return paths;
	}

	private void follow(String address) {
		var kind = address.replaceAll("=[^&]*", "=").replaceAll("[0-9]+", "N");
		if (this.statuses.containsKey(address) || this.kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
			return;
		}
		var page = this.visitor.open(address);
		this.statuses.put(address, page.status());
		if (page.status() / 100 == 3) {
			lead(page.header("Location"), address);
			return;
		}
		// What is only sent to is no page, and there all the same; signing out is a
		// filter's.
		assertThat(page.status()).as(address).isIn(200, 405, address.endsWith("/sign-out") ? 404 : 200);
		if (page.header("Content-Type").startsWith("text/html")) {
			page.html().select("*").forEach((element) -> read(element, address));
		}
	}

	private void read(Element element, String page) {
		for (Attribute attribute : element.attributes()) {
			var value = attribute.getValue();
			if (value.startsWith("/") && !NO_ADDRESSES.contains(attribute.getKey())) {
				lead(value, page);
			}
		}
	}

	private void lead(String address, String page) {
		if (address.startsWith(ELSEWHERE)) {
			return;
		}
		assertThat(address).as("an address on %s", page).startsWith(this.prefix + "/");
		this.open.add(address.replaceAll("#.*", ""));
	}

}
