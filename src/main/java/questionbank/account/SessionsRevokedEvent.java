package questionbank.account;

/** Published when all sessions of an account end; handled after the commit. */
record SessionsRevokedEvent(String email) {
}
