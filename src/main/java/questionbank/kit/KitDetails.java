package questionbank.kit;

import java.time.Instant;

/**
 * A kit with its whole content.
 *
 * @param version counts its revisions, from 1
 * @param changedBy the author of the latest revision
 */
public record KitDetails(long id, int version, KitDraft content, Instant changedAt, String changedBy) {
}
