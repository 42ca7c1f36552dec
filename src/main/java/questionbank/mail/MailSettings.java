package questionbank.mail;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of mail; the server is set by {@code spring.mail.*}.
 *
 * @param from the sender of all mails, such as
 * {@code Question Bank <questions@example.org>}
 * @param retries the delays after which an attempt to send a mail is repeated
 */
@ConfigurationProperties("questionbank.mail")
record MailSettings(@Nullable String from, @DefaultValue( {
		"10s", "1m", "5m", "15m" }) List<Duration> retries){
}
