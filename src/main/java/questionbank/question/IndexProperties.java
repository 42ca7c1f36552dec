package questionbank.question;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the search index is.
 *
 * @param folder the folder that holds the search index. It can be deleted while the
 * program is stopped, and is then built anew at the next start. Instances never share
 * one.
 */
@ConfigurationProperties("questionbank.index")
record IndexProperties(@DefaultValue("./data/index") Path folder) {
}
