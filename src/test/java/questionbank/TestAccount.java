package questionbank;

/** An account that tests sign in to. */
public record TestAccount(long id, String email, String name, String password) {
}
