package questionbank.entry;

import java.util.List;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.validation.ObjectError;
import org.springframework.validation.SimpleErrors;

import questionbank.account.FormRules;
import questionbank.account.PublicAddress;
import questionbank.account.Registration;

/**
 * Sees to it at every start that there is an administrator, or a way to become the first:
 * whom the settings name, or else whoever opens a link that is in the log and works once.
 * There is no default password.
 */
@Component
@EnableConfigurationProperties(EntryProperties.class)
class FirstAdministrator implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final Registration registration;

	private final EntryProperties properties;

	private final PublicAddress address;

	private final String contextPath;

	FirstAdministrator(Registration registration, EntryProperties properties, PublicAddress address,
			@Value("${server.servlet.context-path:}") String contextPath) {
		this.contextPath = contextPath;
		this.registration = registration;
		this.properties = properties;
		this.address = address;
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
					this.address.origin(), this.contextPath, this.registration.offerSetup());
			return;
		}
		make(email, Objects.requireNonNullElse(this.properties.admin().password(), ""));
	}

	private void make(String email, String password) {
		var mistakes = new SimpleErrors(new Credentials(email, password));
		FormRules.checkEmail(email, mistakes);
		FormRules.checkPassword(password, List.of(email), mistakes);
		if (mistakes.hasErrors()) {
			throw new UnfitAdministratorException(mistakes.getFieldErrors()
				.stream()
				.map(ObjectError::getDefaultMessage)
				.map(String::valueOf)
				.toList());
		}
		this.registration.makeFirst(email, password);
		log.info("{} is the first administrator.", email);
	}

	private record Credentials(String email, String password) {
	}

}
