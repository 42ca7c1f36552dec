package questionbank.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens every address of the room as every kind of person in every state of an interview,
 * and compares whose scores they show with a table. The interviewer (I), an administrator
 * (A) and a guest (G) are on the panel, the owner is not.
 */
@PageTest
class BlindScoringTests extends InterviewFixture {

	/**
	 * The scores that a person sees: while open, after I submitted, after all, closed;
	 * then those of A reopened after all submitted, and after the interview was closed.
	 * After them, the number of scorecards that the comparison of candidates counts; ? if
	 * it lists the interview without one.
	 */
	private static final String TABLE = """
			anonymous      -/-  -/-  -/-   -/-   -/-   -/-
			candidate      -/-  -/-  -/-   -/-   -/-   -/-
			stranger       -/-  -/-  -/-   -/-   -/-   -/-
			owner          -/?  -/?  AGI/3 AGI/1 -/?   -/?
			interviewer    I/?  I/1  AGI/3 AGI/1 AGI/2 I/1
			panel-admin    A/?  A/?  AGI/3 A/?   A/?   A/?
			guest          G/-  G/-  G/-   -/-   G/-   -/-
			administrator  -/?  -/?  AGI/3 AGI/1 -/?   -/?
			""";

	/** Status by address: the order of persons is that of the other table. */
	private static final String STATUS = """
			/interviews                     302 403 200 200 200 200 302 200
			/interviews/new                 302 403 200 200 200 200 302 200
			/interviews/calibration         302 403 200 200 200 200 302 200
			/interviews/comparison          302 403 200 200 200 200 302 200
			/interviews/{id}                302 403 404 200 200 200 302 200
			/interviews/{id}/edit           302 403 404 200 404 200 302 200
			/interviews/{id}/closing        302 403 404 200 404 200 302 200
			/interviews/{id}/scorecard      302 403 404 404 200 200 302 404
			/interviews/{id}/record         302 403 404 200 200 200 302 200
			/interviews/{id}/record.json    302 403 404 200 200 200 302 200
			/interviews/{id}/record.csv     302 403 404 200 200 200 302 200
			/interviews/{id}/calendar.ics   302 403 404 200 200 200 302 200
			/scorecards/{token}             404 404 404 403 403 403 200 403
			""";

	private static final String GUEST = "guest@example.org";

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private final Map<String, Visitor> people = new LinkedHashMap<>();

	private TestAccount administrator;

	private String interview;

	private String scorecard;

	private String link;

	@BeforeEach
	void addPanel() {
		this.administrator = this.accounts.add(Role.ADMINISTRATOR);
		this.people.put("anonymous", this.pages.visitor());
		this.people.put("candidate", signedIn(Role.CANDIDATE));
		this.people.put("stranger", signedIn(Role.INTERVIEWER));
		this.people.put("owner", this.owner);
		this.people.put("interviewer", this.other);
		this.people.put("panel-admin", signedIn(this.administrator));
		this.people.put("guest", this.pages.visitor());
		this.people.put("administrator", signedIn(Role.ADMINISTRATOR));
		addInterview();
	}

	@Test
	void showsEachPersonInEachStateTheScoresOfTheTable() {
		var seen = new ArrayList<Map<String, String>>();
		seen.add(seen());
		submitOwn("interviewer", this.scorecard);
		seen.add(seen());
		submitOwn("panel-admin", this.scorecard);
		submitOwn("guest", this.link);
		seen.add(seen());
		addInterview();
		submitOwn("interviewer", this.scorecard);
		close(this.interview);
		seen.add(seen());
		seen.add(seenAfterAReopening(() -> {
			submitOwn("panel-admin", this.scorecard);
			submitOwn("guest", this.link);
		}));
		seen.add(seenAfterAReopening(() -> close(this.interview)));
		assertThat(this.people.keySet()
			.stream()
			.map((person) -> person + " "
					+ seen.stream().map((state) -> state.get(person)).collect(Collectors.joining(" "))))
			.containsExactlyElementsOf(TABLE.lines().map((line) -> line.replaceAll(" +", " ")).toList());
	}

	/** Reopens the scorecard of A in a new interview in which I has submitted. */
	private Map<String, String> seenAfterAReopening(Runnable before) {
		addInterview();
		submitOwn("interviewer", this.scorecard);
		before.run();
		assertThat(reopen(this.people.get("administrator"),
				"form[action$='/" + panellist(this.interview, this.administrator.email()) + "/reopening']"))
			.startsWith("302");
		return seen();
	}

	@Test
	void hidesTheProgressOfOthers() {
		var before = new LinkedHashMap<String, Map<String, String>>();
		var blind = List.of("owner", "panel-admin", "guest", "administrator", "stranger");
		blind.forEach((person) -> before.put(person, pages(person)));
		submitOwn("interviewer", this.scorecard);
		blind.forEach((person) -> assertThat(pages(person)).as(person).isEqualTo(before.get(person)));
	}

	@Test
	void answersAReopeningTheSameWhetherOrNotTheScorecardIsSubmitted() {
		var member = "form[action$='/" + panellist(this.interview, this.otherAccount.email()) + "/reopening']";
		for (var person : List.of("panel-admin", "administrator")) {
			var administrator = this.people.get(person);
			var unsubmitted = reopen(administrator, member);
			submitOwn("interviewer", this.scorecard);
			assertThat(reopen(administrator, member)).isEqualTo(unsubmitted);
			submitOwn("interviewer", this.scorecard);
			assertThat(pages(person)).allSatisfy((address, page) -> assertThat(page).doesNotContain("reopened"));
			reopen(administrator, member);
		}
	}

	@Test
	void answersAFurtherLinkARemovalAndADeletionTheSameWhetherOrNotTheScorecardWasBegun() {
		var fresh = create("Fresh", this.ownerAccount.email(), GUEST);
		link(fresh, GUEST);
		var begun = create("Begun", this.ownerAccount.email(), GUEST);
		draft("guest", link(begun, GUEST), "G");
		assertThat(managed(begun)).isEqualTo(managed(fresh));
	}

	/**
	 * Returns the responses to what the owner does, without what differs by interview.
	 */
	private List<String> managed(String interview) {
		var linked = this.owner.send(this.owner.open(interview),
				"form[action$='scorecards/" + panellist(interview, GUEST) + "/link']");
		var opened = this.pages.visitor().open(linked.text(".link").replaceFirst("^http://[^/]+", ""));
		var removed = this.owner.arrive(this.owner.send(this.owner.open(interview),
				"form[action$='/" + panellist(interview, GUEST) + "/removal']"));
		var closing = this.owner.open(interview + "/closing");
		var record = this.owner.open(interview + "/record");
		var deleted = this.owner.arrive(this.owner.send(this.owner.open(interview), "form[action$=deletion]"));
		assertThat(deleted.text(".notice")).isEqualTo("The interview is deleted.");
		return Stream.of(linked, opened, removed, closing, record)
			.map(BlindScoringTests::constant)
			.map((page) -> page.replaceAll("Fresh|Begun", "Kim")
				.replace("%2F", "/")
				.replaceAll("[A-Za-z0-9_-]{43}|\\d+", "#"))
			.toList();
	}

	@Test
	void opensEachAddressToThoseOfTheTable() {
		var table = new StringBuilder();
		addresses().forEach((pattern) -> {
			table.append(String.format("%-31s", pattern));
			this.people
				.forEach((person, visitor) -> table.append(' ').append(visitor.open(fill(pattern, person)).status()));
			table.append('\n');
		});
		assertThat(table.toString().lines()).containsExactlyInAnyOrderElementsOf(STATUS.lines().toList());
	}

	private void addInterview() {
		this.interview = create("Kim", this.otherAccount.email(), this.administrator.email(), "guest@example.org");
		this.scorecard = this.interview + "/scorecard";
		this.link = link(this.interview, "guest@example.org");
		draft("interviewer", this.scorecard, "I");
		draft("panel-admin", this.scorecard, "A");
		draft("guest", this.link, "G");
	}

	private void draft(String person, String address, String letter) {
		var visitor = this.people.get(person);
		var saved = save(visitor, visitor.open(address), "notes-1", "Seen by " + letter + "-secret", "rating-1", "3",
				"reason", "Reason of " + letter + "-secret");
		visitor.arrive(saved);
	}

	private void submitOwn(String person, String address) {
		var visitor = this.people.get(person);
		var done = submit(visitor, visitor.open(address), "rating-1", "3", "rating-2", "2", "rating-3", "1",
				"recommendation", "2");
		assertThat(done.status()).isEqualTo(302);
		visitor.arrive(done);
	}

	private String reopen(Visitor administrator, String form) {
		var answer = administrator.send(administrator.open(this.interview), form, "reason", "Mixed up");
		return answer.status() + " " + administrator.arrive(answer).text(".notice");
	}

	private Map<String, String> seen() {
		var seen = new LinkedHashMap<String, String>();
		this.people.keySet().forEach((person) -> {
			var letters = new TreeSet<String>();
			pages(person).values().forEach((page) -> List.of("A", "G", "I").forEach((letter) -> {
				if (page.contains(letter + "-secret")) {
					letters.add(letter);
				}
			}));
			seen.put(person, (letters.isEmpty() ? "-" : String.join("", letters)) + "/" + compared(person));
		});
		return seen;
	}

	/** Returns the number of scorecards that the comparison counts for the interview. */
	private String compared(String person) {
		var page = this.people.get(person).open(comparison());
		var columns = page.links(".compared thead th + th a");
		for (int column = 0; column < columns.size(); column++) {
			if (columns.get(column).contains("sort=-" + id(this.interview) + "&")) {
				return page.texts(".compared tfoot td").get(column).replaceFirst(".*n = (\\d+).*", "$1");
			}
		}
		return page.links("main a").contains(this.interview) ? "?" : "-";
	}

	private String comparison() {
		return "/interviews/comparison?kit=" + this.kit;
	}

	/** Opens every address, and returns the responses without what differs by request. */
	private Map<String, String> pages(String person) {
		var pages = new LinkedHashMap<String, String>();
		addresses().forEach((pattern) -> List.of("", "?sort=-spread").forEach((query) -> {
			var address = fill(pattern, person);
			address += (address.indexOf('?') < 0) ? query : query.replace('?', '&');
			pages.put(pattern + query, constant(this.people.get(person).open(address)));
		}));
		return pages;
	}

	private static String constant(HtmlPage page) {
		page.html().select("[name=_csrf]").remove();
		return page.status() + " " + page.header("ETag") + " " + page.header("Last-Modified") + " "
				+ page.html().outerHtml().replaceAll("\"exportedAt\":\"[^\"]*\"|DTSTAMP:\\w+", "");
	}

	/** Returns every address of the room, from its controllers. */
	private List<String> addresses() {
		return this.mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((mapping) -> mapping.getValue().getBeanType().getPackage() == Interviews.class.getPackage())
			.filter((mapping) -> mapping.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
			.flatMap((mapping) -> mapping.getKey().getPatternValues().stream())
			.map((pattern) -> pattern.replaceAll("\\{(\\w+):.*?}}", "{$1}"))
			.distinct()
			.toList();
	}

	/** Strangers guess a link. */
	private String fill(String pattern, String person) {
		var guesses = List.of("anonymous", "candidate", "stranger").contains(person);
		return pattern.replace("/interviews/{id}", this.interview)
			.replace("/interviews/comparison", comparison())
			.replace("/scorecards/{token}", guesses ? "/scorecards/" + "a".repeat(43) : this.link);
	}

}
