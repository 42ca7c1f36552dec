package questionbank.signin;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import questionbank.PageTest;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what: one table, which is held against every address that the program has.
 * An address that is not in the table fails, whoever could open it.
 */
@PageTest
class AddressTests {

	private static final String TABLE = """
			stranger      GET  /
			stranger      GET  /questions
			stranger      GET  /questions/random
			stranger      GET  /questions/{id:[0-9]{1,18}}
			stranger      GET  /robots.txt
			stranger      GET  /sitemap.xml
			stranger      GET  /sitemap-{part:[1-9][0-9]{0,8}}.xml
			stranger      GET  /feed.atom
			stranger      ANY  /error
			stranger      GET  /sign-in
			stranger      POST /sign-in
			stranger      POST /sign-in/passkey
			stranger      POST /sign-in/passkey/options
			stranger      GET  /sign-up
			stranger      POST /sign-up
			stranger      GET  /setup
			stranger      POST /setup
			stranger      GET  /invitations/{secret:[A-Za-z0-9_-]{43}}
			stranger      POST /invitations/{secret:[A-Za-z0-9_-]{43}}
			stranger      GET  /about
			stranger      GET  /resets
			stranger      POST /resets
			stranger      GET  /resets/{secret:[A-Za-z0-9_-]{43}}
			stranger      POST /resets/{secret:[A-Za-z0-9_-]{43}}
			stranger      GET  /bookmarks
			stranger      GET  /bookmarks/{id:[0-9]{1,18}}
			stranger      POST /bookmarks/{id:[0-9]{1,18}}/star
			stranger      POST /bookmarks/{id:[0-9]{1,18}}/note
			stranger      GET  /practice
			stranger      POST /practice/plan
			stranger      GET  /practice/calendar
			stranger      POST /practice/calendar
			stranger      POST /practice/calendar/removal
			stranger      GET  /practice/calendar/{secret:[A-Za-z0-9_-]{43}}.ics
			stranger      POST /practice/plan/new-questions
			stranger      POST /practice/zone
			stranger      GET  /practice/sessions
			stranger      POST /practice/sessions
			stranger      GET  /practice/sessions/{id:[0-9]{1,18}}
			stranger      POST /practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/answer
			stranger      POST /practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/grade
			stranger      POST /practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/grade/reversal
			stranger      POST /practice/sessions/{id:[0-9]{1,18}}/end
			stranger      POST /practice/sessions/{id:[0-9]{1,18}}/continuation
			stranger      GET  /practice/progress
			stranger      GET  /practice/progress/export
			stranger      GET  /practice/progress/today
			stranger      POST /practice/progress/model
			stranger      POST /practice/progress/removal
			stranger      GET  /scorecards/{token:[A-Za-z0-9_-]{43}}
			stranger      POST /scorecards/{token:[A-Za-z0-9_-]{43}}
			stranger      POST /scorecards/{token:[A-Za-z0-9_-]{43}}/submission
			candidate     GET  /export
			administrator GET  /import
			administrator POST /import
			administrator POST /import/preview
			administrator GET  /import/{id:[0-9]{1,18}}
			administrator POST /import/{id:[0-9]{1,18}}
			administrator POST /import/{id:[0-9]{1,18}}/application
			administrator POST /import/{id:[0-9]{1,18}}/undo
			administrator GET  /import/{id:[0-9]{1,18}}/rejected
			candidate     GET  /account
			candidate     POST /account/name
			candidate     POST /account/password
			candidate     POST /account/passkeys
			candidate     POST /account/passkeys/options
			candidate     POST /account/passkeys/{id:[A-Za-z0-9_-]{1,1400}}/removal
			candidate     POST /account/sign-out
			candidate     POST /account/removal
			interviewer   GET  /questions/print
			interviewer   GET  /kits
			interviewer   GET  /kits/new
			interviewer   POST /kits
			interviewer   POST /kits/arrangement
			interviewer   GET  /kits/composition
			interviewer   POST /kits/composition
			interviewer   GET  /kits/basket
			interviewer   POST /kits/basket
			interviewer   POST /kits/basket/removal
			interviewer   GET  /kits/{id:[0-9]{1,18}}
			interviewer   GET  /kits/{id:[0-9]{1,18}}/edit
			interviewer   GET  /kits/{id:[0-9]{1,18}}/print
			interviewer   POST /kits/{id:[0-9]{1,18}}
			interviewer   POST /kits/{id:[0-9]{1,18}}/questions/{question:[0-9]{1,18}}/revision
			interviewer   POST /kits/{id:[0-9]{1,18}}/removal
			interviewer   GET  /interviews
			interviewer   GET  /interviews/new
			interviewer   GET  /interviews/calibration
			interviewer   GET  /interviews/comparison
			interviewer   POST /interviews
			interviewer   GET  /interviews/{id:[0-9]{1,18}}
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/edit
			interviewer   POST /interviews/{id:[0-9]{1,18}}
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/closing
			interviewer   POST /interviews/{id:[0-9]{1,18}}/closing
			interviewer   POST /interviews/{id:[0-9]{1,18}}/deletion
			interviewer   POST /interviews/{id:[0-9]{1,18}}/removal
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/calendar.ics
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/record
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/record.json
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/record.csv
			interviewer   GET  /interviews/{id:[0-9]{1,18}}/scorecard
			interviewer   POST /interviews/{id:[0-9]{1,18}}/scorecard
			interviewer   POST /interviews/{id:[0-9]{1,18}}/scorecard/submission
			interviewer   POST /interviews/{id:[0-9]{1,18}}/scorecards/{panellist:[0-9]{1,18}}/link
			interviewer   POST /interviews/{id:[0-9]{1,18}}/scorecards/{panellist:[0-9]{1,18}}/link/withdrawal
			interviewer   POST /interviews/{id:[0-9]{1,18}}/scorecards/{panellist:[0-9]{1,18}}/removal
			administrator POST /interviews/{id:[0-9]{1,18}}/scorecards/{panellist:[0-9]{1,18}}/reopening
			administrator GET  /questions/new
			administrator POST /questions
			administrator GET  /questions/{id:[0-9]{1,18}}/edit
			administrator POST /questions/{id:[0-9]{1,18}}
			administrator POST /questions/preview
			administrator GET  /questions/similar
			administrator GET  /questions/topics/hints
			administrator GET  /questions/changes
			administrator POST /questions/{id:[0-9]{1,18}}/revisions/{number:[1-9][0-9]{0,8}}/reversal
			administrator GET  /questions/desk
			administrator POST /questions/{id:[0-9]{1,18}}/publication
			administrator POST /questions/{id:[0-9]{1,18}}/retirement
			administrator GET  /questions/{id:[0-9]{1,18}}/revisions
			administrator GET  /questions/{id:[0-9]{1,18}}/revisions/{number:[1-9][0-9]{0,8}}
			administrator GET  /questions/{id:[0-9]{1,18}}/revisions/{from:[1-9][0-9]{0,8}}..{to:[1-9][0-9]{0,8}}
			administrator POST /questions/{id:[0-9]{1,18}}/revisions/{number:[1-9][0-9]{0,8}}/restoration
			administrator GET  /questions/bulk
			administrator POST /questions/bulk
			administrator POST /questions/bulk/batches
			administrator GET  /questions/bulk/{batch:[0-9]{1,18}}
			administrator POST /questions/bulk/{batch:[0-9]{1,18}}/reversal
			administrator GET  /questions/duplicates
			administrator POST /questions/duplicates/differences
			administrator POST /questions/duplicates/differences/removal
			administrator POST /questions/duplicates/retirements
			administrator GET  /questions/topics
			administrator POST /questions/topics/renamings
			administrator GET  /operations
			administrator POST /operations/backups
			administrator GET  /operations/backups/{name:[0-9-]{17}}
			administrator GET  /people
			administrator POST /people/invitations
			administrator POST /people/invitations/{id:[0-9]{1,18}}/renewal
			administrator POST /people/invitations/{id:[0-9]{1,18}}/removal
			administrator GET  /people/{id:[0-9]{1,18}}
			administrator POST /people/{id:[0-9]{1,18}}
			administrator POST /people/{id:[0-9]{1,18}}/reset
			""";

	/** What no controller answers. */
	private static final String OTHERS = """
			stranger      GET  /css/app.css
			stranger      GET  /schema/questions.json
			stranger      GET  /js/keys.js
			stranger      GET  /webjars/htmx.org/dist/htmx.min.js
			stranger      GET  /favicon.svg
			stranger      GET  /actuator/health
			stranger      GET  /actuator/health/liveness
			administrator GET  /actuator/prometheus
			nobody        GET  /actuator
			nobody        GET  /actuator/env
			nobody        GET  /actuator/heapdump
			nobody        GET  /h2-console
			nobody        GET  /sign-out
			nobody        POST /
			nobody        POST /css/app.css
			nobody        DELETE /
			nobody        GET  /templates/web/frame.html
			""";

	private static final List<String> EVERYBODY = List.of("stranger", "candidate", "interviewer", "administrator");

	@Autowired
	private FilterChainProxy filters;

	@Autowired
	private ServletContext servlets;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void areAllInTheTable() {
		var there = new TreeSet<String>();
		this.mappings.getHandlerMethods()
			.keySet()
			.forEach((mapping) -> mapping.getPatternValues().forEach((pattern) -> {
				var methods = mapping.getMethodsCondition().getMethods();
				if (methods.isEmpty()) {
					there.add("ANY " + pattern);
				}
				methods.forEach((method) -> there.add(method.name() + " " + pattern));
			}));
		assertThat(there).containsExactlyInAnyOrderElementsOf(
				rows(TABLE).map((row) -> row.method + " " + row.address).collect(Collectors.toSet()));
	}

	@Test
	void eachHasItsMetrics(@Value("${management.metrics.web.server.max-uri-tags}") int limit) {
		assertThat(rows().map(Row::address).distinct().count()).isGreaterThan(100).isLessThan(limit);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void areOpenToThoseWhomTheTableNamesAndNobodyElse(Row row) {
		var methods = row.method.equals("ANY") ? List.of("GET", "POST") : List.of(row.method);
		var open = new TreeMap<Integer, String>();
		for (int at = 0; at < EVERYBODY.size(); at++) {
			var who = EVERYBODY.get(at);
			if (methods.stream().allMatch((method) -> isOpen(method, row.example(), who))) {
				open.put(at, who);
			}
		}
		var first = EVERYBODY.indexOf(row.who);
		assertThat(open.values())
			.containsExactlyElementsOf((first < 0) ? List.of() : EVERYBODY.subList(first, EVERYBODY.size()));
	}

	static Stream<Row> rows() {
		return Stream.concat(rows(TABLE), rows(OTHERS));
	}

	private static Stream<Row> rows(String table) {
		return table.lines().map((line) -> line.split(" +")).map((parts) -> new Row(parts[0], parts[1], parts[2]));
	}

	private boolean isOpen(String method, String address, String who) {
		var guard = this.filters.getFilters(address)
			.stream()
			.filter(AuthorizationFilter.class::isInstance)
			.map(AuthorizationFilter.class::cast)
			.findFirst()
			.orElseThrow();
		var decision = guard.getAuthorizationManager()
			.authorize(() -> authentication(who), new MockHttpServletRequest(this.servlets, method, address));
		return decision != null && decision.isGranted();
	}

	private static Authentication authentication(String who) {
		return Arrays.stream(Role.values())
			.filter((role) -> role.slug().equals(who))
			.findFirst()
			.<Authentication>map((role) -> UsernamePasswordAuthenticationToken.authenticated(who, null,
					AuthorityUtils.createAuthorityList("ROLE_" + role.name())))
			.orElseGet(() -> new AnonymousAuthenticationToken("key", "stranger",
					AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
	}

	private record Row(String who, String method, String address) {

		/** An address as somebody would open it. */
		String example() {
			return this.address.replaceAll("\\{(secret|token):.*?}}", "a".repeat(43))
				.replaceAll("\\{name:.*?}}", "2026-11-28-020000")
				.replaceAll("\\{\\w+:.*?}}", "7");
		}

	}

}
