package questionbank.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice.Relaxation;
import questionbank.textanalysis.SearchQuery;
import questionbank.web.Markdown;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every text finds its question. Texts are random sequences of technical words, with a
 * fixed seed; a failure reports the seed and the text.
 */
@DatabaseTest
@Tag("one-database")
class SearchPropertyTests {

	private static final Relaxation EXACT = new Relaxation(List.of(), List.of(), 0);

	private static final List<String> WORDS = List.of("Node.js", "OAuth 2.0", "OAuth2", "TLS 1.3", "HTTP/1.1", "HTTP/2",
			"order_id", "pom.xml", "application-prod.yaml", "C#", "C++", "C++17", "C#/F#", ".NET", ".NET 8", "ASP.NET",
			"F#", "(C++)", "C#,", "user@example.com", "https://example.org/a-b/c.html?d=e_f&g#h", "/etc/hosts",
			"C:\\temp\\x.txt", "10.0.0.1:8080", "fe80::1", "1,000.50", "v1.2.3-rc.1", "2FA", "3DES", "k8s", "e2e",
			"x++", "i--", "a->b", "f(x,y)", "List<String>", "@Transactional", "#hashtag", "$ref", "--dry-run", "100%",
			"R&D", "I/O", "A/B", "Wi-Fi", "and/or", "don't", "don’t", "O'Reilly's", "customers'", "‘quoted’", "データベース",
			"メッセージキュー", "設計", "ｶﾞｲﾄﾞ", "カ\u3099イト\u3099", "データの設計", "مُحَمَّد", "العربية", "قائمة", "ـ", "Київ", "йод",
			"Ελλάδα", "ภาษาไทย", "ไทย", "한국어", "हिन्दी", "🙂", "👩\u200d💻", "☕", "1\ufe0f\u20e3", "🇩🇪", "done✓",
			"naïve", "nai\u0308ve", "Škoda", "straße", "ﬁle", "inte\u00adgra\u00adtion", "zero\u200bwidth",
			"join\u2060er", "½", "x²", "№5", "Kafka™", "Ⅳ", "…", "—", "->", "API", "APIs", "web service",
			"message queue", "MQ", "event-driven messaging", "pub/sub", "sign-in", "technical debt", "stakeholder",
			"business users", "personal data", "auth", "the", "how", "of", "to", "you", "is", "retries", "monitoring",
			"integration");

	private static final List<List<String>> COMPOUNDS = Stream
		.of("co operative", "e mail", "check list", "set up", "log in", "work flow", "back end", "on call", "in house",
				"not able", "web hook", "micro service", "data base", "white spaces", "don't", "isn't", "o'clock")
		.map((compound) -> List.of(compound.split(" ")))
		.toList();

	/** The first words of compounds that are stop words. */
	private static final Set<String> PARTICLES = Set.of("on", "in", "not");

	private static final List<String> PLAIN = List.of("scheduling", "care", "the", "of", "server", "Node.js", "C#",
			"list", "mail", "end", "operative", "service", "white", "call", "設計");

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private World world;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void everyPromptAndEveryPhraseOfAnyFieldFindsItsQuestion(long seed) {
		var random = new Random(seed);
		for (int i = 0; i < 15; i++) {
			var id = this.world.add(draft(random));
			var draft = this.bank.find(id, Viewer.ANONYMOUS).orElseThrow().content();
			assertFinds(draft.prompt(), id);
			for (var text : texts(draft)) {
				phrases(text, random).forEach((phrase) -> {
					assertFinds(phrase, id);
					assertFinds("\"" + phrase + "\"", id);
				});
			}
		}
	}

	/**
	 * Each compound is written in any of its forms, and typed in any other. An open form
	 * that begins with a stop word is found by its closed form in phrases only.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void everyPhraseFindsItsQuestionWithItsCompoundsInAnyForm(long seed) {
		var random = new Random(seed);
		for (int i = 0; i < 15; i++) {
			var text = random.ints(10, 0, COMPOUNDS.size() + PLAIN.size())
				.mapToObj((word) -> (word < COMPOUNDS.size()) ? COMPOUNDS.get(word)
						: List.of(PLAIN.get(word - COMPOUNDS.size())))
				.toList();
			var id = this.world
				.add(World.question(inAnyForm(text, random, Set.of()), inAnyForm(text, random, Set.of())));
			for (int phrase = 0; phrase < 10; phrase++) {
				var length = random.nextInt(2, 7);
				var from = random.nextInt(text.size() - length + 1);
				var words = text.subList(from, from + length);
				assertFinds("\"" + inAnyForm(words, random, Set.of()) + "\"", id);
				assertFinds(inAnyForm(words, random, PARTICLES), id);
			}
		}
	}

	@Test
	void everyPhraseOfTheTenPromptsFindsItsQuestion() {
		var phrases = 0;
		for (long id = 1; id <= 10; id++) {
			var prompt = this.bank.find(id, Viewer.ANONYMOUS).orElseThrow().content().prompt();
			assertFinds(prompt, id);
			var words = prompt.split(" ");
			for (int length = 2; length <= 6; length++) {
				for (int from = 0; from + length <= words.length; from++) {
					var phrase = String.join(" ", Arrays.copyOfRange(words, from, from + length));
					assertFinds("\"" + phrase + "\"", id);
					assertFinds(phrase, id);
					phrases++;
				}
			}
		}
		assertThat(phrases).isGreaterThan(300);
	}

	private static String inAnyForm(List<List<String>> words, Random random, Set<String> notClosed) {
		return words.stream().map((parts) -> {
			var forms = new ArrayList<>(List.of(String.join("-", parts), String.join(" ", parts)));
			if (!notClosed.contains(parts.get(0))) {
				forms.add(String.join("", parts).replace("'", ""));
			}
			return forms.get(random.nextInt(forms.size()));
		}).collect(Collectors.joining(" "));
	}

	private static QuestionDraft draft(Random random) {
		return new QuestionDraft(text(random, 5, 12, 180), Difficulty.EASY, text(random, 10, 30, 1000),
				List.of(text(random, 2, 8, 180), text(random, 2, 8, 180)), List.of(text(random, 2, 8, 180)),
				List.of("data-quality", "e2e-tests"), QuestionStatus.PUBLISHED, Audience.EVERYONE, "");
	}

	/** Returns a random line with at least one term. */
	private static String text(Random random, int fewest, int most, int longest) {
		while (true) {
			var text = String.join(" ",
					random.ints(random.nextInt(fewest, most + 1), 0, WORDS.size()).mapToObj(WORDS::get).toList());
			if (text.length() <= longest && !SearchQuery.parse(text).terms().isEmpty()) {
				return text;
			}
		}
	}

	private static List<String> texts(QuestionDraft draft) {
		return Stream
			.of(Stream.of(draft.prompt(), Markdown.toText(draft.sampleAnswer())), draft.keyPoints().stream(),
					draft.probes().stream(), draft.topics().stream().map((topic) -> topic.replace('-', ' ')))
			.flatMap((texts) -> texts)
			.toList();
	}

	private static Set<String> phrases(String text, Random random) {
		var words = text.strip().split("\\s+");
		var phrases = new LinkedHashSet<String>();
		for (int i = 0; i < 6 && words.length > 1; i++) {
			var length = Math.min(words.length, random.nextInt(2, 7));
			var from = random.nextInt(words.length - length + 1);
			phrases.add(String.join(" ", Arrays.copyOfRange(words, from, from + length)));
		}
		phrases.removeIf((phrase) -> SearchQuery.parse(phrase).terms().isEmpty());
		return phrases;
	}

	private void assertFinds(String typed, long id) {
		var filter = Filters.words(typed);
		assertThat(this.catalogue.numbers(filter, Viewer.ANONYMOUS, QuestionCatalogue.REACH)).as(typed).contains(id);
		assertThat(this.catalogue.list(filter, Viewer.ANONYMOUS, 0, 0).relaxation()).as(typed).isEqualTo(EXACT);
	}

}
