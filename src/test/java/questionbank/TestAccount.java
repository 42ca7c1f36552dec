package questionbank;

/** Somebody who has an account. */
public record TestAccount(long id, String email, String name, String password) {
}
