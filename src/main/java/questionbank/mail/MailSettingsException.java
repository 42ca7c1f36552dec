package questionbank.mail;

/** Thrown at startup if mail is enabled and a setting is missing or not valid. */
class MailSettingsException extends RuntimeException {

	private final String action;

	MailSettingsException(String description, String action) {
		super(description);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
