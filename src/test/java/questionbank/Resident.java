package questionbank;

/** Somebody who has an account. */
public record Resident(long id, String email, String name, String password) {
}
