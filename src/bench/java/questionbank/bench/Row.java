package questionbank.bench;

import org.jspecify.annotations.Nullable;

/**
 * Row of the report.
 *
 * @param mode {@code cached} or {@code rendered}
 * @param size how many questions the bank has
 * @param page the kind of page
 * @param connections the number of concurrent connections
 * @param target the measurement of Question Bank
 * @param baseline the measurement of the server it is compared with
 */
record Row(String mode, int size, String page, int connections, Measurement target, @Nullable Measurement baseline) {
}
