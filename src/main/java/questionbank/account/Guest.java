package questionbank.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who was given a link.
 *
 * @param name what they are called, or {@code null} for who is new
 */
public record Guest(String email, @Nullable String name, Role role) {
}
