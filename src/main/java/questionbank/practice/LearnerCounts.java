package questionbank.practice;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.question.UsageColumn;

/** Adds the number of learners of each question to the administrators' list. */
@Configuration(proxyBeanMethods = false)
class LearnerCounts {

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
