package questionbank.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of accounts.
 *
 * @param signUp whether visitors may sign up, as candidates
 */
@ConfigurationProperties("questionbank")
record AccountProperties(@DefaultValue("true") boolean signUp) {
}
