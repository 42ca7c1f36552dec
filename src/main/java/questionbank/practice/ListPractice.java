package questionbank.practice;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionQuery;

/**
 * Selects the next part of a list that is practised in parts. Lists change between parts,
 * so the next part is not at an offset: it is the first questions, in the current order
 * of the list, without a grade since the first part. Skipped questions are selected
 * again, new ones are included, and moved ones are not asked twice.
 */
@Component
class ListPractice {

	/** The page on which the practice of a list is started. */
	static final String ADDRESS = "/practice/sessions";

	/** The number of questions in a part. */
	static final int PART_SIZE = 20;

	private final JdbcClient database;

	private final QuestionCatalogue catalogue;

	ListPractice(JdbcClient database, QuestionCatalogue catalogue) {
		this.database = database;
		this.catalogue = catalogue;
	}

	/**
	 * Finds the remaining questions of the list of a session; empty if it has no list.
	 */
	Optional<Remaining> findRemaining(PracticeSession session, LearnerIdentity identity) {
		var list = session.list();
		if (list == null) {
			return Optional.empty();
		}
		var state = this.catalogue.state();
		var stored = query(list);
		var query = stored.about(this.catalogue.presentTopics(stored.topic(), session.listAsOf(), identity.viewer()));
		var filter = this.catalogue.filter(query);
		var counted = this.catalogue.list(filter, identity.viewer(), 0, 0);
		var graded = graded(session);
		var left = this.catalogue.numbers(filter, identity.viewer(), QuestionCatalogue.REACH)
			.stream()
			.filter((id) -> !graded.contains(id))
			.toList();
		return Optional.of(new Remaining(query.at(ADDRESS), state, left.subList(0, Math.min(PART_SIZE, left.size())),
				left.size() + Math.max(0, counted.total() - QuestionCatalogue.REACH), counted.complete()));
	}

	/** Finds the questions that were graded in any part of the list. */
	private Set<Long> graded(PracticeSession session) {
		return new HashSet<>(this.database.sql("""
				select distinct question_id from attempt where grade is not null and session_id in
				(select id from practice_session where learner_id = :learner and first_session_id = :first)""")
			.param("learner", session.learnerId())
			.param("first", session.firstSessionId())
			.query(Long.class)
			.list());
	}

	/** Parses the address of a list. */
	private static QuestionQuery query(String address) {
		var parameters = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
		return new QuestionQuery(first(parameters, "q"), all(parameters, "difficulty"), all(parameters, "topic"),
				all(parameters, "audience"), parameters.containsKey("starred") ? "" : null,
				first(parameters, "practised"), first(parameters, "sort"), null);
	}

	private static @Nullable String first(MultiValueMap<String, String> parameters, String name) {
		return all(parameters, name).stream().findFirst().orElse(null);
	}

	private static List<String> all(MultiValueMap<String, String> parameters, String name) {
		return parameters.getOrDefault(name, List.of())
			.stream()
			.filter(Objects::nonNull)
			.map((value) -> UriUtils.decode(value, StandardCharsets.UTF_8))
			.toList();
	}

	/**
	 * The remaining questions of a list.
	 *
	 * @param list the address of the list, with the current names of topics
	 * @param asOf the state of the bank in which the topics have these names
	 * @param next the questions of the next part, empty if none remains
	 * @param count the number of remaining questions, including the next part
	 * @param complete whether all were counted; false while the index is rebuilt
	 */
	record Remaining(String list, long asOf, List<Long> next, long count, boolean complete) {
	}

}
