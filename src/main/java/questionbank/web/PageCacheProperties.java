package questionbank.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept of the pages that everybody reads.
 *
 * @param memory the most memory to use for finished pages; 0B keeps none
 */
@ConfigurationProperties("questionbank.page-cache")
record PageCacheProperties(@DefaultValue("64MB") DataSize memory) {
}
