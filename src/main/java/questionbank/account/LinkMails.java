package questionbank.account;

import org.springframework.stereotype.Component;

import questionbank.account.People.CreatedLink;
import questionbank.mail.Mail;
import questionbank.mail.Mailer;
import questionbank.mail.Mailer.SharedLink;
import questionbank.web.BaseUrl;

/** Sends invitation and reset links by mail, if mail is enabled, and returns them. */
@Component
class LinkMails {

	private static final String RESET_PATH = "/resets/";

	private static final String IGNORE = "If you did not expect this mail, you can ignore it.\n";

	private final People people;

	private final Mailer mailer;

	private final BaseUrl baseUrl;

	LinkMails(People people, Mailer mailer, BaseUrl baseUrl) {
		this.people = people;
		this.mailer = mailer;
		this.baseUrl = baseUrl;
	}

	/** Whether links are sent by mail. */
	boolean areEnabled() {
		return this.mailer.isEnabled();
	}

	/** Sends an invitation that is committed. */
	SharedLink invite(CreatedLink invitation, Viewer creator) {
		var link = this.baseUrl.link("/invitations/" + invitation.token());
		return this.mailer.share(invitation(invitation, link.url(), creator.name()), link.url(), link.isConfigured());
	}

	/** Sends a reset link that is committed. */
	SharedLink reset(CreatedLink reset) {
		var link = this.baseUrl.link(RESET_PATH + reset.token());
		return this.mailer.share(reset(reset, link.url()), link.url(), link.isConfigured());
	}

	/**
	 * Sends a reset link to the owner of an account who asks for it. The account is
	 * looked up in the background, so that neither the response nor its time tells
	 * whether it exists.
	 * @param email in its normal form
	 */
	void requestReset(String email) {
		var path = this.baseUrl.link(RESET_PATH).url();
		this.mailer.sendPrepared(() -> this.people.requestReset(email).map((link) -> reset(link, path + link.token())));
	}

	/** Stops sending a withdrawn invitation. */
	void withdraw(long invitation) {
		this.mailer.withdraw(invitationReference(invitation));
	}

	static String invitationReference(long id) {
		return "invitation-" + id;
	}

	static String resetReference(long person) {
		return "reset-" + person;
	}

	private static Mail invitation(CreatedLink invitation, String url, String creator) {
		var role = invitation.role().slug();
		return new Mail(invitationReference(invitation.id()), invitation.email(), invitation.name(),
				"Your invitation to Question Bank as " + role,
				greeting(invitation) + creator + " invites you to Question Bank as " + role
						+ ". Open this link to accept:\n\n" + url + "\n\nIt works once, within seven days. "
						+ "You will sign in with " + invitation.email() + ".\n\n" + IGNORE,
				null);
	}

	private static Mail reset(CreatedLink reset, String url) {
		return new Mail(resetReference(reset.id()), reset.email(), reset.name(), "Your new password for Question Bank",
				greeting(reset) + "Open this link to choose a new password for Question Bank:\n\n" + url
						+ "\n\nIt works once, within 24 hours. Your current password works until then.\n\n" + IGNORE,
				null);
	}

	private static String greeting(CreatedLink link) {
		return link.name().isEmpty() ? "Hello,\n\n" : "Hello " + link.name() + ",\n\n";
	}

}
