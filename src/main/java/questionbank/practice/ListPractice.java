package questionbank.practice;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionList;
import questionbank.question.QuestionQuery;
import questionbank.question.TopicNames;

/**
 * Goes through a list some questions at a time. Lists change meanwhile, and so what comes
 * next is not counted off: it is the first, in the order that the list has by then, of
 * what has not been graded since the list was begun. What was left out comes again, what
 * came in further up is asked, and nothing is asked twice because something was moved.
 */
@Component
class ListPractice {

	/** The page on which the practice of a list is started. */
	static final String ADDRESS = "/practice/sessions";

	/** How many questions are practised at a time. */
	static final int AT_ONCE = 20;

	private final JdbcClient database;

	private final QuestionCatalogue catalogue;

	private final TopicNames names;

	ListPractice(JdbcClient database, QuestionCatalogue catalogue, TopicNames names) {
		this.database = database;
		this.catalogue = catalogue;
		this.names = names;
	}

	/** What is left of the list from which a session was taken, if it was from any. */
	Optional<Rest> rest(PracticeSession session, LearnerIdentity who) {
		var list = session.list();
		if (list == null) {
			return Optional.empty();
		}
		var state = this.names.state();
		var stored = query(list);
		var query = stored.about(this.names.current(stored.topic(), session.listAsOf(), who.viewer()));
		var filter = query.filter();
		var counted = this.catalogue.list(filter, who.viewer(), 0, 0);
		var graded = graded(session);
		var left = this.catalogue.numbers(filter, who.viewer(), QuestionList.REACH)
			.stream()
			.filter((id) -> !graded.contains(id))
			.toList();
		return Optional.of(new Rest(query.at(ADDRESS), state, left.subList(0, Math.min(AT_ONCE, left.size())),
				left.size() + Math.max(0, counted.total() - QuestionList.REACH), counted.complete()));
	}

	private HashSet<Long> graded(PracticeSession session) {
		return new HashSet<>(this.database.sql("""
				select distinct question_id from attempt where grade is not null and session_id in
				(select id from practice_session where learner_id = :learner and first_session_id = :first)""")
			.param("learner", session.learnerId())
			.param("first", session.firstSessionId())
			.query(Long.class)
			.list());
	}

	/** The wish for what comes next. */
	static SessionRequest next(PracticeSession session, List<PracticeSession> begun, Rest rest) {
		var part = ", part " + (begun.size() + 1);
		var title = begun.stream()
			.filter((one) -> Objects.equals(one.id(), session.firstSessionId()))
			.findFirst()
			.orElse(session)
			.title();
		return new SessionRequest(Kind.FREE, query(rest.list()).filter(), null, AT_ONCE, null, session.isCounted(),
				title.substring(0, Math.min(title.length(), PracticeSession.TITLE_LENGTH - part.length())) + part,
				rest.list(), rest.asOf());
	}

	/** What the address of a list asks for. */
	private static QuestionQuery query(String address) {
		var asked = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
		return new QuestionQuery(first(asked, "q"), all(asked, "difficulty"), all(asked, "topic"), first(asked, "sort"),
				null);
	}

	private static @Nullable String first(MultiValueMap<String, String> asked, String name) {
		return all(asked, name).stream().findFirst().orElse(null);
	}

	private static List<String> all(MultiValueMap<String, String> asked, String name) {
		return asked.getOrDefault(name, List.of())
			.stream()
			.filter(Objects::nonNull)
			.map((value) -> UriUtils.decode(value, StandardCharsets.UTF_8))
			.toList();
	}

	/**
	 * What is left of a list.
	 *
	 * @param list its address, from which it is practised anew, with the topics by their
	 * present names
	 * @param asOf the state of the bank in which they have these names
	 * @param next the questions that come next, none if nothing is left
	 * @param left how many are left, those included
	 * @param whole whether all could be counted; not so while the index is rebuilt
	 */
	record Rest(String list, long asOf, List<Long> next, long left, boolean whole) {
	}

}
