package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import questionbank.web.Navigation.Section;
import questionbank.web.Routes;

import static org.assertj.core.api.Assertions.assertThat;

/** Rooms state for themselves where they are, and for whom. */
@PageTest
class RoomTests {

	private static final Path SOURCES = Path.of("src/main/java/questionbank");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** A quoted address, as in Java, or in a link expression of a template. */
	private static final Pattern ADDRESS = Pattern.compile("[\"'{(|:]/([a-z-]+)(?=[/?#\"'}()|*])");

	private static final Pattern PUBLIC_TYPE = Pattern.compile("^public .*(class|record|interface|enum|@interface) ",
			Pattern.MULTILINE);

	/**
	 * The most public types of the rooms that show more than a quarter of their types:
	 * {@code scheduling} is a library of pure functions and of the values that they take;
	 * {@code web} has the annotations, constraints and small values from which every
	 * other room builds its pages; {@code question} has the facades and the language of
	 * the bank, on which five rooms are built.
	 */
	private static final Map<String, Long> MOST_PUBLIC = Map.of("scheduling", 18L, "web", 16L, "question", 14L,
			"calendar", 1L);

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private List<Section> sections;

	@Test
	void declareTheAccessLevelOfEachHandler() {
		assertThat(this.mappings.getHandlerMethods().values()).filteredOn((handler) -> Routes.of(handler) == null)
			.isEmpty();
	}

	@Test
	void contributeTheSectionsInWhichTheirPagesStand() {
		var keys = this.sections.stream().map(Section::key).collect(Collectors.toSet());
		assertThat(keys).contains("questions", "practice", "desk", "people");
		assertThat(this.mappings.getHandlerMethods().values()).allSatisfy((handler) -> {
			var section = Objects.requireNonNull(Routes.of(handler)).section();
			assertThat(keys.contains(section) || Set.of("", "account").contains(section)).isTrue();
		});
	}

	@Test
	void areNotNamedByTheirAddressesInTheLayoutTheSignInAndTheBuild() throws IOException {
		var owners = new TreeMap<String, Set<String>>();
		this.mappings.getHandlerMethods()
			.forEach((mapping, handler) -> mapping.getPatternValues()
				.forEach((pattern) -> owners
					.computeIfAbsent(pattern.replaceFirst("^/([^/{]*).*", "$1"), (absent) -> new TreeSet<>())
					.add(room(handler))));
		assertThat(owners).containsKeys("questions", "practice", "people", "sign-in");
		for (var room : List.of("web", "signin")) {
			assertNamesNoAddressOfOthers(room, files(SOURCES.resolve(room)), owners);
			assertNamesNoAddressOfOthers(room, files(TEMPLATES.resolve(room)), owners);
		}
		assertNamesNoAddressOfOthers("web", files(TEMPLATES.resolve("error")), owners);
		assertThat(Files.readString(Path.of("pom.xml"))).doesNotContain("desk", "practice.css");
	}

	private static void assertNamesNoAddressOfOthers(String room, List<Path> files, TreeMap<String, Set<String>> owners)
			throws IOException {
		for (var file : files) {
			assertThat(ADDRESS.matcher(Files.readString(file)).results().map((found) -> found.group(1)).toList())
				.as(file.toString())
				.filteredOn((first) -> owners.containsKey(first) && !owners.get(first).contains(room))
				.isEmpty();
		}
	}

	@Test
	void haveAtMostFortyFiveTypes() {
		rooms().forEach((room, types) -> assertThat(types).as(room)
			.hasSizeLessThanOrEqualTo(room.equals("question") ? 50 : 45));
	}

	/** Of four top-level types, other rooms may use one; rooms with more are named. */
	@Test
	void hideThreeQuartersOfTheirTypes() {
		assertThat(rooms()).containsKeys(MOST_PUBLIC.keySet().toArray(String[]::new)).allSatisfy((room, types) -> {
			var shown = types.stream().filter(RoomTests::isPublic).count();
			assertThat(shown).as(room).isLessThanOrEqualTo(MOST_PUBLIC.getOrDefault(room, types.size() / 4L));
		});
	}

	private static Map<String, List<Path>> rooms() {
		return files(SOURCES).stream()
			.filter((file) -> !file.getParent().equals(SOURCES) && !file.endsWith("package-info.java"))
			.collect(Collectors.groupingBy((file) -> file.getParent().getFileName().toString()));
	}

	private static boolean isPublic(Path file) {
		try {
			return PUBLIC_TYPE.matcher(Files.readString(file)).find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String room(HandlerMethod handler) {
		return handler.getBeanType().getPackageName().replaceFirst("^questionbank\\.", "");
	}

	private static List<Path> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
