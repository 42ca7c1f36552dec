package questionbank.caching;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration of the page cache.
 *
 * @param memory maximum memory for rendered pages; 0B disables the cache
 */
@ConfigurationProperties("questionbank.page-cache")
record PageCacheProperties(@DefaultValue("64MB") DataSize memory) {
}
