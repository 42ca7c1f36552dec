package questionbank;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Crawler that follows all links from a page, and asserts that each URL starts with the
 * path of the application. It opens two URLs of each path, of those that differ in
 * numbers only, and with each parameter: combinations of parameters are too many.
 */
class Crawl {

	private static final int OF_A_KIND = 2;

	/** The OpenID Connect provider, to which some links lead. */
	private static final String PROVIDER = "https://login.acme.example/";

	/** Attributes whose values start with a slash but are not URLs. */
	private static final Set<String> NO_URLS = Set.of("aria-keyshortcuts", "value");

	private final Map<String, Integer> kinds = new HashMap<>();

	private final Map<String, Integer> statuses = new LinkedHashMap<>();

	private final Deque<String> open = new ArrayDeque<>();

	private final Visitor visitor;

	private final String prefix;

	Crawl(Visitor visitor, String prefix) {
		this.visitor = visitor;
		this.prefix = prefix;
	}

	/** Opens a page and all pages that it links to, directly or not. */
	Crawl from(String address) {
		this.open.add(address);
		while (!this.open.isEmpty()) {
			follow(this.open.remove());
		}
		return this;
	}

	/** Returns the opened paths, with {@code N} for each number. */
	Set<String> paths() {
		var paths = new TreeSet<String>();
		this.statuses.keySet().forEach((address) -> paths.add(address.replaceAll("\\?.*", "").replaceAll("\\d+", "N")));
		return paths;
	}

	private void follow(String address) {
		if (this.statuses.containsKey(address) || !isNew(address)) {
			return;
		}
		var page = this.visitor.open(address);
		this.statuses.put(address, page.status());
		if (page.status() / 100 == 3) {
			enqueue(page.header("Location"), address);
			return;
		}
		// Targets of forms answer 405; a filter handles sign-out.
		assertThat(page.status()).as(address).isIn(200, 405, address.endsWith("/sign-out") ? 404 : 200);
		if (page.header("Content-Type").startsWith("text/html")) {
			page.html().select("*").forEach((element) -> read(element, address));
		}
	}

	/**
	 * Whether its path, or one of its parameters on that path, was opened less than
	 * twice.
	 */
	private boolean isNew(String address) {
		var parts = address.split("\\?", 2);
		var path = parts[0].replaceAll("[0-9]+", "N");
		var kinds = new TreeSet<>(Set.of(path));
		if (parts.length > 1) {
			Stream.of(parts[1].split("&")).map((parameter) -> path + "?" + parameter.split("=")[0]).forEach(kinds::add);
		}
		var isNew = kinds.stream().anyMatch((kind) -> this.kinds.getOrDefault(kind, 0) < OF_A_KIND);
		if (isNew) {
			kinds.forEach((kind) -> this.kinds.merge(kind, 1, Integer::sum));
		}
		return isNew;
	}

	private void read(Element element, String page) {
		for (Attribute attribute : element.attributes()) {
			var value = attribute.getValue();
			if (value.startsWith("/") && !NO_URLS.contains(attribute.getKey())) {
				enqueue(value, page);
			}
		}
	}

	private void enqueue(String address, String page) {
		if (address.startsWith(PROVIDER)) {
			return;
		}
		assertThat(address).as("a URL on %s", page).startsWith(this.prefix + "/");
		this.open.add(address.replaceAll("#.*", ""));
	}

}
