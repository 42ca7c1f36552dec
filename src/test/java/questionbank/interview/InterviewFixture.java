package questionbank.interview;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;
import questionbank.kit.KitDraft;
import questionbank.kit.KitQuestion;

/** An owner and another panellist, both signed in, and a kit of three questions. */
abstract class InterviewFixture {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	Pages pages;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient database;

	@Autowired
	MovingClock clock;

	TestAccount ownerAccount;

	TestAccount otherAccount;

	/** Of interviews that are created: a month ahead. */
	LocalDate date;

	Visitor owner;

	Visitor other;

	long kit;

	@BeforeEach
	void addPeopleAndKit() {
		this.ownerAccount = this.accounts.add(Role.INTERVIEWER);
		this.otherAccount = this.accounts.add(Role.INTERVIEWER);
		this.owner = signedIn(this.ownerAccount);
		this.other = signedIn(this.otherAccount);
		this.kit = addKit(1, 2, 3);
		this.date = today().plusDays(30);
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	/** Returns a date as pages show it. */
	static String shown(LocalDate date) {
		return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(date);
	}

	Visitor signedIn(TestAccount account) {
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		return visitor;
	}

	Visitor signedIn(Role role) {
		return signedIn(this.accounts.add(role));
	}

	/** Stores a kit of first revisions of questions. */
	long addKit(long... questions) {
		var draft = new KitDraft("Integration engineers", "Engineer", "Be kind.", 60,
				Arrays.stream(questions)
					.mapToObj((question) -> new KitQuestion(question, 1, 5, List.of("And if it fails?")))
					.toList());
		var key = new GeneratedKeyHolder();
		this.database
			.sql("""
					insert into kit (version, title, role, question_count, minutes, draft, created_at, changed_at, changed_by)
					values (1, ?, ?, ?, ?, ?, current_timestamp, current_timestamp, 'The test')""")
			.params(draft.title(), draft.role(), questions.length, draft.minutes(), JSON.writeValueAsString(draft))
			.update(key, "id");
		return key.getKey().longValue();
	}

	/** Submits the form of a new interview. */
	HtmlPage fill(String candidate, String... panel) {
		return this.owner.send(this.owner.open("/interviews/new?kit=" + this.kit), "main form", "candidate", candidate,
				"date", this.date.toString(), "time", "14:30", "place", "Room 7", "panel", String.join("\n", panel));
	}

	/** Closes an interview by the page that says what closing does. */
	void close(String interview) {
		var closed = this.owner.send(this.owner.open(interview + "/closing"), "main form");
		if (closed.status() != 302) {
			throw new AssertionError(closed.html().body());
		}
		this.owner.arrive(closed);
	}

	/** Creates an interview of the owner, and returns its address. */
	String create(String candidate, String... panel) {
		var created = fill(candidate, panel);
		if (!created.html().select("[name=confirmed]").isEmpty()) {
			created = this.owner.send(created, "main form", "confirmed", created.one("[name=confirmed]").val());
		}
		if (created.status() != 302) {
			throw new AssertionError(created.html().body());
		}
		this.owner.arrive(created);
		return created.header("Location").replaceFirst("^http://[^/]+", "");
	}

	/** Creates an interview with the owner and the other panellist. */
	String create() {
		return create("Kim", this.ownerAccount.email(), this.otherAccount.email());
	}

	/** Adds panellists, one address per line. */
	HtmlPage add(String interview, String panel) {
		return this.owner.send(this.owner.open(interview + "/edit"), "main form", "panel", panel);
	}

	long panellist(String interview, String email) {
		return this.database
			.sql("select id from interview_panellist where interview_id = ? and email = ? and removal = 0")
			.params(id(interview), email)
			.query(Long.class)
			.single();
	}

	/** Creates the link of a guest, and returns its address. */
	String link(String interview, String email) {
		return this.owner
			.send(this.owner.open(interview), "form[action$='scorecards/" + panellist(interview, email) + "/link']")
			.text(".link")
			.replaceFirst("^http://[^/]+", "");
	}

	static long id(String interview) {
		return Long.parseLong(interview.replaceFirst(".*/", ""));
	}

	/** Returns the fields of the form of a scorecard, as a browser would submit them. */
	static Map<String, String> fields(HtmlPage page) {
		return new TreeMap<>(page.html()
			.select("form.scoring :is(input, textarea)[name]")
			.stream()
			.filter((field) -> !field.is("[type=radio]:not([checked]), [type=checkbox]:not([checked])"))
			.collect(Collectors.toMap((field) -> field.attr("name"), (field) -> field.val(),
					(first, second) -> first.isEmpty() ? second : first + "," + second)));
	}

	/** Submits the form of a scorecard with changed fields. */
	static HtmlPage save(Visitor visitor, HtmlPage page, String... changed) {
		return send(visitor, page, page.one("form.scoring").attr("action"), changed);
	}

	static HtmlPage submit(Visitor visitor, HtmlPage page, String... changed) {
		return send(visitor, page, page.one("form.scoring button.primary").attr("formaction"), changed);
	}

	private static HtmlPage send(Visitor visitor, HtmlPage page, String address, String... changed) {
		var fields = fields(page);
		IntStream.range(0, changed.length / 2).forEach((at) -> fields.put(changed[2 * at], changed[2 * at + 1]));
		return visitor.post(address, fields);
	}

	/** Rates every question, and submits the scorecard. */
	static HtmlPage submitAll(Visitor visitor, String scorecard, String rating) {
		return submit(visitor, visitor.open(scorecard), "rating-1", rating, "rating-2", rating, "rating-3", rating,
				"recommendation", rating, "reason", "Because of " + rating, "notes-1", "Noted " + rating);
	}

	/** Creates an interview with marks in all texts, in every state of a scorecard. */
	String scored(String candidate, String guest) {
		var interview = create(candidate, this.ownerAccount.email(), this.otherAccount.email(), guest);
		this.owner.send(this.owner.open(interview + "/edit"), "main form", "place", "Place-marker");
		var link = link(interview, guest);
		var visitor = this.pages.visitor();
		submit(visitor, visitor.open(link), "anyway", "true", "rating-1", "2", "reason", "Guest-marker", "notes-1",
				"Guest-marker");
		var scorecard = interview + "/scorecard";
		submit(this.owner, this.owner.open(scorecard), "anyway", "true", "rating-1", "1", "reason", "Replaced-marker",
				"notes-1", "Replaced-marker");
		var administrator = signedIn(Role.ADMINISTRATOR);
		administrator.send(administrator.open(interview),
				"form[action$='/" + panellist(interview, this.ownerAccount.email()) + "/reopening']", "reason",
				"Reopening-marker");
		submit(this.owner, this.owner.open(scorecard), "anyway", "true", "rating-1", "3", "reason", "Reason-marker",
				"notes-1", "Reason-marker");
		save(this.other, this.other.open(scorecard), "notes-2", "Draft-marker");
		save(this.other, this.other.open(scorecard), "notes-2", "Draft-marker again");
		return interview;
	}

}
