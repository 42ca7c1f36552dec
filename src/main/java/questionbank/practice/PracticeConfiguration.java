package questionbank.practice;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.question.QuestionDesk.UsageColumn;
import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/**
 * Adds this room to the navigation, to the pages of questions, and to the list of the
 * desk.
 */
@Configuration(proxyBeanMethods = false)
class PracticeConfiguration {

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
	UsageColumn learnerColumn(JdbcClient database) {
		return new UsageColumn("practisers", "Learners", () -> count(database));
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
