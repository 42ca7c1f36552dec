package questionbank.question;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionCatalogue.Slice.Relaxation;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class SearchTests {

	private static final Relaxation EXACT = new Relaxation(List.of(), List.of(), 0);

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private World world;

	@ParameterizedTest
	@CsvSource({ "intergration, integration", "athentication, authentication", "mesaging, messaging",
			"obserability, observability", "reconciliaton, reconciliation" })
	void correctsATypo(String typed, String meant) {
		assertThat(list(typed).relaxation().corrected()).isNotEmpty();
		assertThat(list(meant).relaxation().corrected()).isEmpty();
		assertThat(found(typed)).startsWith(found(meant).get(0));
	}

	@Test
	void correctsNoTypoInAShortWord() {
		assertThat(found("apx")).isEmpty();
		assertThat(found("tesd")).isEmpty();
	}

	@Test
	void correctsAShortWordThatLacksALetter() {
		var id = this.world.add(World.question("Why does zyzzyva use HPACK?", "Headers repeat."));
		assertThat(found("hpak")).containsExactly(id);
		assertThat(list("hpak").relaxation().corrected()).containsExactly("hpak");
	}

	@Test
	void correctsNothingIfThereAreExactMatches() {
		this.world.add(World.question("What is an intergration?", "A misspelt word."));
		assertThat(list("intergration").relaxation().corrected()).isEmpty();
		assertThat(found("intergration")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "secured, 6", "securing, 6", "troubleshooted, 2", "reconciling, 4", "rotate, 6", "stakeholders, 5",
			"minimizes, 6" })
	void findsWordsOfTheSameStem(String typed, long question) {
		assertThat(found(typed)).contains(question);
	}

	@ParameterizedTest
	@CsvSource({ "mq, message queue", "mq, messaging", "auth, authentication", "auth, authorization",
			"api, web service", "sso, single sign-on", "logs, logging", "incident, outage", "dev, development",
			"db, database", "pii, personal data", "aspnet, ASP.NET", "usa, U.S.A.", "uk, U.K.", "eu, European Union" })
	void findsSynonymsInBothDirections(String one, String other) {
		var saysOne = this.world.add(World.question("Synonymy of zyzzyva and " + one + "?", "Yes."));
		var saysOther = this.world.add(World.question("Synonymy of zyzzyva and " + other + "?", "No."));
		assertThat(found("zyzzyva " + one)).containsExactlyInAnyOrder(saysOne, saysOther);
		assertThat(found("zyzzyva " + other)).containsExactlyInAnyOrder(saysOther, saysOne);
	}

	@Test
	void findsTheSynonymsOfTheField() {
		assertThat(found("mq")).contains(3L);
		assertThat(found("auth")).contains(1L, 6L);
		assertThat(found("pii")).contains(6L);
	}

	@ParameterizedTest
	@CsvSource({ "observ, 8", "messag, 3", "reconcil, 4", "ob, 8", "least-priv, 6", "difficult stakeh, 5" })
	void matchesTheLastWordByPrefix(String typed, long question) {
		assertThat(found(typed)).contains(question);
	}

	@Test
	void matchesOnlyTheLastWordByPrefix() {
		assertThat(list("difficult stakeh").relaxation()).isEqualTo(EXACT);
		assertThat(list("stakeh difficult").relaxation().missing()).containsExactly("stakeh");
	}

	@Test
	void findsWordsOfAnswers() {
		assertThat(found("OAuth")).containsExactly(6L);
		assertThat(found("overnight")).containsExactly(2L);
		assertThat(found("guesswork")).containsExactly(8L);
	}

	@Test
	void requiresAllWords() {
		assertThat(found("overnight")).containsExactly(2L);
		assertThat(found("overnight order sync")).containsExactly(2L);
		assertThat(list("overnight order sync").relaxation()).isEqualTo(EXACT);
	}

	@Test
	void matchesQuotedPhrasesWordForWord() {
		assertThat(found("\"difficult stakeholder\"")).containsExactly(5L);
		assertThat(found("“difficult stakeholder”")).containsExactly(5L);
		assertThat(found("\"stakeholder difficult\"")).isEmpty();
		assertThat(found("stakeholder difficult")).contains(5L);
		assertThat(found("\"overnight order\" release")).containsExactly(2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "OAUTH", "oauth", "öàuth", "oáuth's", "  oauth ", "the oauth", "oauth?" })
	void ignoresCaseAccentsAndStopWords(String typed) {
		assertThat(found(typed)).containsExactly(6L);
	}

	@Test
	void findsAccentedWordsByPlainLetters() {
		var id = this.world.add(World.question("What does naïveté cost in Škoda's façade?", "Much."));
		assertThat(found("naivete")).containsExactly(id);
		assertThat(found("skoda facade")).containsExactly(id);
		assertThat(found("FAÇADE")).containsExactly(id);
		assertThat(found("façad")).containsExactly(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xylophone", "qqqqqqqq", "?!", "🙂", "\"\"", "-" })
	void findsNothingForUnknownWords(String typed) {
		var list = list(typed);
		assertThat(list.entries()).isEmpty();
		assertThat(list.total()).isZero();
		assertThat(list.complete()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "*:*", "\\", "\\\\", "+-&&||!", "/.*/", "(((((", "\ud83d" })
	void findsNothingForOperatorsAlone(String typed) {
		assertThat(list(typed).total()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "prompt:testing AND (, prompt testing and", "integration~, integration", "testing~2^3, testing 2 3",
			"[api TO security], api to security", "status:PUBLISHED, status published", "\"unbalanced, unbalanced",
			"(systems) && teams, systems teams" })
	void treatsLuceneSyntaxAsText(String typed, String words) {
		assertThat(list(typed).entries()).isEqualTo(list(words).entries());
	}

	@Test
	void ignoresOperators() {
		assertThat(found("NOT overnight")).containsExactly(2L);
		assertThat(found("-overnight")).containsExactly(2L);
		assertThat(found("overnight*")).containsExactly(2L);
		assertThat(found("\"overnight")).containsExactly(2L);
		assertThat(list("prompt:overnight").relaxation().missing()).containsExactly("prompt");
	}

	@Test
	void acceptsAnyNumberOfWords() {
		assertThat(found("overnight ".repeat(1000))).containsExactly(2L);
		assertThat(found("\"overnight order\" ".repeat(1000))).containsExactly(2L);
	}

	@ParameterizedTest
	@CsvSource({ "C#, C", "C++, C", "F#, F", ".NET, net", "C#, C++" })
	void distinguishesWordsByTheirSigns(String one, String other) {
		var saysOne = this.world.add(World.question("Why zyzzyva " + one + " tools?", "Yes."));
		var saysOther = this.world.add(World.question("Why zyzzyva " + other + " tools?", "No."));
		assertThat(found("zyzzyva " + one + " tools")).containsExactly(saysOne);
		assertThat(found("zyzzyva " + other + " tools")).containsExactly(saysOther);
	}

	@ParameterizedTest
	@CsvSource({ "node backpressure, How does Node.js handle zyzzyva backpressure?",
			"nodejs zyzzyva, Is zyzzyva in Node.js?", "asp.net zyzzyva, Which zyzzyva of ASP.NET?",
			".net zyzzyva, Which zyzzyva of ASP.NET?", "csharp zyzzyva, Is C# zyzzyva?",
			"email zyzzyva, Why is email zyzzyva?", "e-mail zyzzyva, Why is email zyzzyva?",
			"キュー zyzzyva, メッセージキュー zyzzyva?", "محمد zyzzyva, مُحَمَّد zyzzyva?", "order zyzzyva, Is order_id zyzzyva?",
			"http zyzzyva, Is HTTP/1.1 zyzzyva?", "'API, zyzzyva', 'An API, zyzzyva?'" })
	void findsTheWordsOfACompound(String typed, String prompt) {
		var id = this.world.add(World.question(prompt, "Yes."));
		assertThat(found(typed)).containsExactly(id);
		assertThat(list(typed).relaxation()).isEqualTo(EXACT);
	}

	@ParameterizedTest
	@CsvSource({ "coopzzerative, co-opzzerative, coopzzerative", "dontzz, don'tzz, dontzz", "dontzz, don’tzz, dontzz",
			"\"the coopzzerative\", the co-opzzerative, the coopzzerative", "zq, z/q, z/q", "zq, z&q, z&q" })
	void findsACompoundByItsClosedFormAlsoIfAnotherQuestionHasIt(String typed, String written, String closed) {
		var open = this.world.add(World.question("What is " + written + "?", "That."));
		var other = this.world.add(World.question("What is " + closed + "?", "That."));
		assertThat(found(typed)).containsExactlyInAnyOrder(open, other);
		assertThat(list(typed).relaxation()).isEqualTo(EXACT);
	}

	@ParameterizedTest
	@CsvSource({ "coopzz scheduling, co-opzz scheduling", "coopzz scheduling, co opzz scheduling",
			"co-opzz scheduling, coopzz scheduling", "co-opzz scheduling, co opzz scheduling",
			"co opzz scheduling, coopzz scheduling", "co opzz scheduling, co-opzz scheduling",
			"the coopzzes scheduling, the co-opzz scheduling", "don’tzz care, dontzz care", "dontzz care, don’tzz care",
			"emailzz, e-mailzz", "emailzz, e mailzz", "e-mailzz, emailzz", "e-mailzz, e mailzz", "e mailzz, emailzz",
			"e mailzz, e-mailzz", "oncallzz rota, on-callzz rota", "on callzz rota, oncallzz rota",
			"a coopzz emailzz on-callzz dontzz rota, a co-opzz e mailzz oncallzz don’tzz rota" })
	void findsACompoundClosedOpenAndHyphenated(String typed, String written) {
		var id = this.world.add(World.question("What of " + written + "?", "That."));
		for (var query : List.of("\"" + typed + "\"", typed, "\"of " + typed + "\"", "zyzzy " + typed)) {
			var other = this.world.add(World.question("Is it zyzzy " + written + "?", "That."));
			assertThat(found(query)).as(query).contains(query.contains("zyzzy") ? other : id);
			assertThat(list(query).relaxation()).as(query).isEqualTo(EXACT);
		}
		assertThat(found("\"of zyzzy " + typed + "\"")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "1000000, '1,000,000'", "'1,000,000', 1000000", "1 000 000, '1,000,000'", "'12,345', 12345",
			"12345, '12,345'" })
	void findsANumberWithAndWithoutCommas(String typed, String written) {
		var id = this.world.add(World.question("Are " + written + " zyzzyva orders many?", "Yes."));
		for (var query : List.of(typed + " zyzzyva", "\"are " + typed + " zyzzyva\"", "zyzzyva " + typed)) {
			assertThat(found(query)).as(query).containsExactly(id);
			assertThat(list(query).relaxation()).as(query).isEqualTo(EXACT);
		}
		assertThat(found("\"many " + typed + "\"")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "200 ms, 200ms", "200ms, 200 ms", "16 GiB, 16GiB", "16gib, 16 GiB" })
	void findsANumberWithAndWithoutASpaceBeforeItsUnit(String typed, String written) {
		var id = this.world.add(World.question("Are " + written + " zyzzyva enough?", "Yes."));
		for (var query : List.of(typed + " zyzzyva", "zyzzyva " + typed)) {
			assertThat(found(query)).as(query).containsExactly(id);
		}
	}

	@Test
	void takesNoVersionForANumber() {
		var id = this.world.add(World.question("Is zyzzyva 1.3 old?", "Yes."));
		this.world.add(World.question("Is zyzzyva 13 old?", "Yes."));
		assertThat(found("zyzzyva 1.3")).containsExactly(id);
	}

	@ParameterizedTest
	@CsvSource({ "الرسائل, رسائل", "رسائل, الرسائل", "والرسائل, رسائل" })
	void findsAnArabicWordWithAndWithoutItsArticle(String typed, String written) {
		var id = this.world.add(World.question("ما هي " + written + " zyzzyva?", "نعم."));
		assertThat(found(typed + " zyzzyva")).containsExactly(id);
		assertThat(list(typed + " zyzzyva").relaxation()).isEqualTo(EXACT);
	}

	@Test
	void takesNoWordForACompoundWithAnArticle() {
		var id = this.world.add(World.question("Is this a wayzz?", "That."));
		var other = this.world.add(World.question("Is this awayzz?", "That."));
		assertThat(found("awayzz")).containsExactly(other);
		assertThat(found("a wayzz")).containsExactly(id);
	}

	@Test
	void findsNoWordOfACompoundByAPhraseAcrossIt() {
		this.world.add(World.question("Is the co-opzz schedulingzz?", "That."));
		assertThat(found("\"the schedulingzz\"")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "nodezz js, nodezzjs", "zyzzyvawall, zyzzyva wall", "OAuthzz2, OAuthzz 2.0" })
	void findsACompoundWithAndWithoutItsSpace(String typed, String written) {
		var id = this.world.add(World.question("What is " + written + "?", "That."));
		assertThat(found(typed)).contains(id);
	}

	@ParameterizedTest
	@CsvSource({ "cafézz, cafézz", "integrationzz, inte­gra­tionzz", "integrationzz, integra​tionzz",
			"integrationzz, integra‌‍tion⁠zz", "ofﬁcezz, officezz", "ｆｕｌｌzz, fullzz", "ガzz, ガzz", "é̈zz, ëzz" })
	void findsTextInAnyUnicodeEncoding(String one, String other) {
		var saysOne = this.world.add(World.question("Why " + one + "?", "Yes."));
		var saysOther = this.world.add(World.question("Why " + other + "?", "No."));
		assertThat(found(one)).containsExactlyInAnyOrder(saysOne, saysOther);
		assertThat(found("\"why " + other + "\"")).containsExactlyInAnyOrder(saysOne, saysOther);
	}

	@Test
	void findsFollowUpQuestions() {
		var id = this.world.add(new QuestionDraft("What is a wamble?", Difficulty.EASY, "A rumble.", List.of(),
				List.of("Who hears a borborygm?"), List.of(), QuestionStatus.PUBLISHED, Audience.EVERYONE, ""));
		assertThat(found("\"hears a borborygm\"")).containsExactly(id);
		assertThat(list("borborygm").entries().get(0).excerpt()).contains("<mark>borborygm</mark>");
	}

	@Test
	void ranksTheExactSpellingFirst() {
		var stem = this.world.add(World.question("Which harmonised quux?", "Any."));
		var exact = this.world.add(World.question("Which harmonising quux?", "Any."));
		assertThat(found("harmonising quux")).containsExactly(exact, stem);
		assertThat(found("harmonised quux")).containsExactly(stem, exact);
	}

	@Test
	void ranksAPromptBeforeAnAnswer() {
		var answer = this.world.add(World.question("Which one?", "The sarsaparilla."));
		var prompt = this.world.add(World.question("Which sarsaparilla?", "This one."));
		assertThat(found("sarsaparilla")).containsExactly(prompt, answer);
	}

	private Slice list(String words) {
		return this.catalogue.list(Filters.words(words), Viewer.ANONYMOUS, 0, 20);
	}

	private List<Long> found(String words) {
		return list(words).entries().stream().map((entry) -> entry.question().id()).toList();
	}

}
