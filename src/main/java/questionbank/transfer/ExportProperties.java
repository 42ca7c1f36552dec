package questionbank.transfer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of exports.
 *
 * @param candidates whether candidates can export the questions that they can read
 */
@ConfigurationProperties("questionbank.export")
record ExportProperties(@DefaultValue("true") boolean candidates) {
}
