package questionbank.interview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.web.AccessLevel;
import questionbank.web.Section;

/** Adds this room to the navigation. */
@Configuration(proxyBeanMethods = false)
class InterviewConfiguration {

	@Bean
	Section interviewSection() {
		return new Section("interviews", "Interviews", "/interviews", AccessLevel.INTERVIEWER, 50);
	}

}
