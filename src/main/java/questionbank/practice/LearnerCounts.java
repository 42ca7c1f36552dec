package questionbank.practice;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.question.UsageColumn;

/** Tells administrators how many people have practised a question. */
@Configuration(proxyBeanMethods = false)
class LearnerCounts {

	@Bean
	UsageColumn practiserCounts(JdbcClient database) {
		return new UsageColumn("practisers", "Practisers", () -> count(database));
	}

	/**
	 * Whoever has graded an answer has practised the question, whether it counts or not.
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
