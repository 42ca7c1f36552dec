package questionbank.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param mode how the pages were asked for
 * @param size how many questions the bank has
 * @param page the kind of page
 * @param connections how many connections asked at once
 * @param ours what was measured
 * @param other what was measured beside it
 */
record Row(String mode, int size, String page, int connections, Measurement ours, @Nullable Measurement other) {
}
