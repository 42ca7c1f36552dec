package questionbank.account;

/**
 * Somebody is to be signed out wherever they are signed in, once what caused it is
 * committed.
 */
public record SessionsRevokedEvent(String email) {
}
