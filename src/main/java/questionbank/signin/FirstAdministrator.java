package questionbank.signin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.validation.ObjectError;
import org.springframework.validation.Validator;

import questionbank.account.FormRules;
import questionbank.account.Registration;
import questionbank.web.BaseUrl;

/**
 * Creates the first administrator at startup from the settings, or logs a setup link that
 * works once. Of several instances that start at the same time, one creates the
 * administrator, and each logs a valid link. There is no default password.
 */
@Component
@EnableConfigurationProperties(SignInProperties.class)
class FirstAdministrator implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Registration registration;

	private final SignInProperties properties;

	private final BaseUrl baseUrl;

	private final Validator validator;

	private final String contextPath;

	private final Instant start;

	FirstAdministrator(Registration registration, SignInProperties properties, BaseUrl baseUrl, Validator validator,
			ApplicationContext context, @Value("${server.servlet.context-path:}") String contextPath) {
		this.contextPath = contextPath;
		this.registration = registration;
		this.properties = properties;
		this.baseUrl = baseUrl;
		this.validator = validator;
		this.start = Instant.ofEpochMilli(context.getStartupDate());
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.registration.hasAdministrator()) {
			return;
		}
		var email = FormRules.email(this.properties.admin().email());
		if (email.isEmpty()) {
			logger.info(
					"No administrator yet. Create the first at {}{}/setup?token={} "
							+ "(valid for seven days, until the next start)",
					this.baseUrl.origin(), this.contextPath, this.registration.offerSetup(this.start));
			return;
		}
		create(email, Objects.requireNonNullElse(this.properties.admin().password(), ""));
	}

	private void create(String email, String password) {
		var errors = this.validator.validateObject(new Credentials(email, password));
		FormRules.checkPassword(password, List.of(email), errors);
		if (errors.hasErrors()) {
			throw new UnfitAdministratorException(
					errors.getFieldErrors().stream().map(ObjectError::getDefaultMessage).map(String::valueOf).toList());
		}
		if (Registration.unlessTaken(() -> this.registration.createFirst(email, password)).isPresent()) {
			logger.info("First administrator created: {}", email);
		}
		else if (!this.registration.hasAdministrator()) {
			throw new UnfitAdministratorException(
					List.of("The account " + email + " exists and is not an administrator."));
		}
	}

	private record Credentials(@FormRules.Email String email, String password) {
	}

}
