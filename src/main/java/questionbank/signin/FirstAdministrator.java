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
import org.springframework.validation.SimpleErrors;

import questionbank.account.BaseUrl;
import questionbank.account.FormRules;
import questionbank.account.Registration;

/**
 * Creates the first administrator at start if there is none: from the settings, or else
 * by a setup link in the log that works once. Several instances may start at the same
 * time: the first to come creates the administrator, and each logs a link that works.
 * There is no default password.
 */
@Component
@EnableConfigurationProperties(SignInProperties.class)
class FirstAdministrator implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Registration registration;

	private final SignInProperties properties;

	private final BaseUrl address;

	private final String contextPath;

	private final Instant start;

	FirstAdministrator(Registration registration, SignInProperties properties, BaseUrl address,
			ApplicationContext context, @Value("${server.servlet.context-path:}") String contextPath) {
		this.contextPath = contextPath;
		this.registration = registration;
		this.properties = properties;
		this.address = address;
		this.start = Instant.ofEpochMilli(context.getStartupDate());
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.registration.hasAdministrator()) {
			return;
		}
		var email = FormRules.email(this.properties.admin().email());
		if (email.isEmpty()) {
			log.info(
					"There is no administrator yet. Become the first at {}{}/setup?token={} "
							+ "(within seven days, until the next start)",
					this.address.origin(), this.contextPath, this.registration.offerSetup(this.start));
			return;
		}
		make(email, Objects.requireNonNullElse(this.properties.admin().password(), ""));
	}

	private void make(String email, String password) {
		var errors = new SimpleErrors(new Credentials(email, password));
		FormRules.checkEmail(email, errors);
		FormRules.checkPassword(password, List.of(email), errors);
		if (errors.hasErrors()) {
			throw new UnfitAdministratorException(
					errors.getFieldErrors().stream().map(ObjectError::getDefaultMessage).map(String::valueOf).toList());
		}
		if (Registration.unlessTaken(() -> this.registration.makeFirst(email, password)).isPresent()) {
			log.info("{} is the first administrator.", email);
		}
		else if (!this.registration.hasAdministrator()) {
			throw new UnfitAdministratorException(List.of("The account of " + email + " is not an administrator's."));
		}
	}

	private record Credentials(String email, String password) {
	}

}
