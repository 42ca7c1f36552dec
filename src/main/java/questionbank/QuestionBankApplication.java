package questionbank;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The whole program: run it, and the bank is served on one port from one folder. Which
 * providers people sign in with is a matter of the entry room.
 */
@SpringBootApplication(exclude = OAuth2ClientAutoConfiguration.class)
@EnableScheduling
class QuestionBankApplication {

	public static void main(String[] args) {
		SpringApplication.run(QuestionBankApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom randomness() {
		return new SecureRandom();
	}

}
