package questionbank.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

/** Creates the mail queue if {@code spring.mail.host} is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

	private static final String ENABLED = "Mail is enabled by spring.mail.host, but ";

	/**
	 * Creates the queue.
	 * @param address the base URL of links in mails: the address of a request could be
	 * chosen by the client, and requests in the background have none
	 * @throws MailSettingsException if a setting is missing or not valid
	 */
	@Bean
	@ConditionalOnProperty("spring.mail.host")
	MailQueue mailQueue(JavaMailSender sender, MailSettings settings, Deliveries deliveries,
			@Value("${questionbank.address:}") String address) {
		if (!StringUtils.hasText(address)) {
			throw new MailSettingsException(
					ENABLED + "questionbank.address is not set, with which links in mails begin.",
					"Set questionbank.address, such as https://questions.example.org.");
		}
		return new MailQueue(sender, new MimeMessages(sender, from(settings.from())), settings.retries(), deliveries);
	}

	private static InternetAddress from(@Nullable String from) {
		try {
			var addresses = InternetAddress.parse((from != null) ? from : "", true);
			if (addresses.length == 1) {
				addresses[0].validate();
				return addresses[0];
			}
		}
		catch (AddressException ex) {
			// Reported below, as the same setting has to be corrected.
		}
		throw new MailSettingsException(ENABLED + "questionbank.mail.from is not an e-mail address.",
				"Set questionbank.mail.from to the sender of all mails, such as questions@example.org.");
	}

}
