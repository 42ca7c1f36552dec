package questionbank.practice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

import questionbank.account.Registration.VisitorData;
import questionbank.account.Viewer;
import questionbank.question.QuestionDesk.UsageColumn;
import questionbank.question.QuestionDesk.UsageColumn.Usage;
import questionbank.question.QuestionFilter.PersonalFilter;
import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/**
 * Adds this room to the navigation, to the pages of questions, to the list of the desk,
 * and to sign-up and sign-in.
 */
@Configuration(proxyBeanMethods = false)
class PracticeConfiguration {

	/** The page that says that the practice has moved. */
	private static final String MOVED = "/practice?said=" + Learners.MOVED;

	private static final Logger logger = LoggerFactory.getLogger(PracticeConfiguration.class);

	@Bean
	Section practiceSection() {
		return new Section("practice", "Practice", "/practice", AccessLevel.EVERYONE, 30);
	}

	@Bean
	QuestionFragment practiceQuestionFragment() {
		return new QuestionFragment(Place.QUESTION, "practice/_fragments", AccessLevel.EVERYONE, 10);
	}

	@Bean
	QuestionFragment practiceListFragment() {
		return new QuestionFragment(Place.LIST, "practice/_fragments", AccessLevel.EVERYONE, 10);
	}

	@Bean
	VisitorData practiceData(Learners learners) {
		return new VisitorData(
				(request) -> Optional.ofNullable(LearnerCookie.secret(request)).flatMap(learners::describe), MOVED);
	}

	@Bean
	PersonalFilter practisedFilter(Learners learners, LearnerCookie cookie,
			ObjectProvider<HttpServletRequest> request) {
		return new PersonalFilter("practised",
				(value) -> learners.findSubset(value, cookie.identify(request.getObject())));
	}

	@Bean
	UsageColumn learnerColumn(JdbcClient database) {
		return UsageColumn.ofCounts("practisers", "Learners", () -> count(database));
	}

	@Bean
	UsageColumn missedColumn(JdbcClient database) {
		return new UsageColumn("missed", "Missed", true, () -> missed(database));
	}

	/** Counts the graded answers, and those of them that were missed. */
	private static Map<Long, Usage> missed(JdbcClient database) {
		var usages = new HashMap<Long, Usage>();
		database.sql("""
				select question_id, count(*) as graded, count(case when grade = 'AGAIN' then 1 end) as missed
				from attempt where grade is not null group by question_id""").query((row) -> {
			usages.put(row.getLong("question_id"), new Usage(row.getLong("missed"), row.getLong("graded")));
		});
		return usages;
	}

	/** Moves the practice of a browser to the account that signs in with it. */
	@Bean
	SessionAuthenticationStrategy practiceTransfer(Learners learners) {
		return (authentication, request, response) -> {
			var secret = LearnerCookie.secret(request);
			var person = Viewer.of(authentication).id();
			if (secret != null && person != null) {
				move(learners, secret, person, () -> LearnerCookie.delete(request, response));
			}
		};
	}

	/**
	 * Moves practice to an account. If the database fails, the sign-in succeeds and the
	 * browser keeps its cookie for the next one.
	 */
	private static void move(Learners learners, String secret, long person, Runnable moved) {
		try {
			learners.move(secret, person);
			moved.run();
		}
		catch (DataAccessException ex) {
			logger.warn("Practice of a browser not moved to account {}, retrying at its next sign-in", person, ex);
		}
	}

	/**
	 * Counts the learners who graded an answer, whether or not it counts towards their
	 * plan.
	 */
	private static Map<Long, Long> count(JdbcClient database) {
		var counts = new HashMap<Long, Long>();
		database.sql("""
				select question_id, count(distinct learner_id) as learners from attempt
				where grade is not null group by question_id""").query((row) -> {
			counts.put(row.getLong("question_id"), row.getLong("learners"));
		});
		return counts;
	}

}
