package questionbank.account;

/**
 * Somebody is to be signed out wherever they are signed in, once what caused it is
 * committed.
 */
record Departure(String email) {
}
