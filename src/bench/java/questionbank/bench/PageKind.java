package questionbank.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Kind of page, with the URLs at which it is requested.
 *
 * @param name the name in the report
 * @param addresses the URLs, in a fixed order
 */
record PageKind(String name, List<String> addresses) {

	private static final int FEW = 10;

	private static final int SEARCHES = 300;

	private static final int QUESTIONS = 1_000;

	/** The last page of the list that is requested. */
	private static final int PAGES = 100;

	private static final String VISIBLE = " and status = 'PUBLISHED' and audience = 'EVERYONE' ";

	/** Returns the URLs that are requested repeatedly, from the cache. */
	List<String> few() {
		return this.addresses.subList(0, Math.min(FEW, this.addresses.size()));
	}

	static List<PageKind> of(BankFile bank) throws SQLException {
		try (var database = bank.open()) {
			return List.of(new PageKind("home", List.of("/")), new PageKind("browse", browse(bank.size())),
					new PageKind("filtered browse", filtered(database)),
					new PageKind("search", searches(bank.vocabulary(database))),
					new PageKind("question", questions(database, bank.size())));
		}
	}

	private static List<String> browse(int size) {
		// Anonymous readers see nine in ten questions, twenty on a page.
		return Stream
			.concat(Stream.of("/questions"),
					IntStream.rangeClosed(2, Math.min(PAGES, size * 9 / 200))
						.mapToObj((page) -> "/questions?page=" + page))
			.toList();
	}

	private static List<String> filtered(Connection database) throws SQLException {
		var addresses = new TreeSet<String>();
		try (var query = database
			.prepareStatement("select lower(difficulty), topics from question where id <= 500" + VISIBLE)) {
			var rows = query.executeQuery();
			while (rows.next()) {
				for (var topic : (Object[]) rows.getArray(2).getArray()) {
					addresses.add("/questions?difficulty=" + rows.getString(1) + "&topic=" + topic);
				}
			}
		}
		var mixed = new ArrayList<>(addresses);
		Collections.shuffle(mixed, new Random(4));
		return mixed;
	}

	private static List<String> questions(Connection database, int size) throws SQLException {
		var addresses = new ArrayList<String>();
		try (var query = database.prepareStatement("select id from question where id = ?" + VISIBLE)) {
			var count = Math.min(QUESTIONS, size);
			for (long i = 0; i < count; i++) {
				query.setLong(1, 1 + i * size / count);
				if (query.executeQuery().next()) {
					addresses.add("/questions/" + (1 + i * size / count));
				}
			}
		}
		return addresses;
	}

	private static List<String> searches(Vocabulary vocabulary) {
		var random = new Random(3);
		return Stream.generate(() -> words(vocabulary, random))
			.distinct()
			.limit(SEARCHES)
			.map((words) -> "/questions?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
			.toList();
	}

	/** Draws one to three words, some of them unfinished, mistyped or in no question. */
	private static String words(Vocabulary vocabulary, RandomGenerator random) {
		var before = Stream.generate(() -> vocabulary.significantWord(random))
			.limit(random.nextInt(3))
			.collect(Collectors.joining(" "));
		var last = vocabulary.significantWord(random);
		return (before + " " + switch (random.nextInt(10)) {
			case 0, 1 -> last.substring(0, Math.max(3, last.length() - 3));
			case 2 -> new StringBuilder(last).deleteCharAt(last.length() / 2).toString();
			case 3 -> new StringBuilder(last).reverse().toString();
			default -> last;
		}).strip();
	}

}
