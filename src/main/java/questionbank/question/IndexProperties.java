package questionbank.question;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search index is, and how it keeps up.
 *
 * @param folder the folder that holds the search index; it can be deleted at any time,
 * and is then built anew at the next start. Instances never share one.
 * @param followInterval how often to look for what other instances on the same database
 * have changed.
 */
@ConfigurationProperties("questionbank.index")
record IndexProperties(@DefaultValue("./data/index") Path folder, @DefaultValue("1s") Duration followInterval) {
}
