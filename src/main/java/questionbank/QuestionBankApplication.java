package questionbank;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import questionbank.operations.Command;

/**
 * Starts the program, or runs the command that its arguments name. The room
 * {@code signin} configures OAuth2 clients itself, without Spring Boot's
 * auto-configuration, which fetches metadata of the providers at startup.
 */
@SpringBootApplication(exclude = OAuth2ClientAutoConfiguration.class)
@EnableScheduling
class QuestionBankApplication {

	public static void main(String[] args) {
		Command.run(QuestionBankApplication.class, args)
			.ifPresentOrElse(System::exit, () -> SpringApplication.run(QuestionBankApplication.class, args));
	}

	@Bean
	Clock clock() {
		return new MicrosecondClock(Clock.systemUTC());
	}

	@Bean
	SecureRandom randomness() {
		return new SecureRandom();
	}

}
