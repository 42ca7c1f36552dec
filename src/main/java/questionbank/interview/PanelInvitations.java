package questionbank.interview;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import questionbank.account.Viewer;
import questionbank.interview.GuestLinks.CreatedLink;
import questionbank.interview.InterviewView.Member;
import questionbank.mail.Mail;
import questionbank.mail.Mail.Attachment;
import questionbank.mail.Mailer;
import questionbank.mail.Mailer.SharedLink;
import questionbank.web.BaseUrl;

/**
 * Invites the panel of an interview by mail, if mail is enabled: panellists with an
 * account get the address of the interview and its calendar file, guests their link.
 */
@Component
class PanelInvitations {

	private final InterviewCatalogue interviews;

	private final GuestLinks links;

	private final Mailer mailer;

	private final BaseUrl baseUrl;

	private final Clock clock;

	PanelInvitations(InterviewCatalogue interviews, GuestLinks links, Mailer mailer, BaseUrl baseUrl, Clock clock) {
		this.interviews = interviews;
		this.links = links;
		this.mailer = mailer;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * Invites the panellists of an interview whose changes are committed.
	 * @param earlier those who were on the panel before, who are not invited again
	 * @return the sentence appended to the notice that the interview is saved
	 */
	String send(long id, Collection<Member> earlier, Viewer viewer) {
		if (!this.mailer.isEnabled()) {
			return "";
		}
		var known = earlier.stream().map(Member::id).toList();
		var interview = this.interviews.find(id, viewer, Matrix.Sort.of(""));
		var invited = interview.map(InterviewView::panel)
			.orElse(List.of())
			.stream()
			.filter((member) -> !known.contains(member.id()))
			.toList();
		invited.forEach((member) -> send(interview.orElseThrow(), member, viewer));
		return invited.isEmpty() ? "" : " The panel is being invited by mail.";
	}

	private void send(InterviewView interview, Member member, Viewer viewer) {
		if (!member.guest()) {
			var url = this.baseUrl.link("/interviews/" + interview.details().id()).url();
			this.mailer.send(invitation(interview.details(), member, viewer,
					"You will find the questions and your scorecard here:\n\n" + url + "\n", calendarFile(interview)));
		}
		else {
			this.links.create(interview.details().id(), member.id(), viewer)
				.ifPresent((created) -> share(created, viewer));
		}
	}

	/** Sends the link of a guest that is committed, and returns it. */
	SharedLink share(CreatedLink created, Viewer viewer) {
		var link = this.baseUrl.link("/scorecards/" + created.token());
		var text = "This link opens your scorecard, without an account:\n\n" + link.url()
				+ "\n\nIt works until the interview is closed, in the browser in which you begin to score. Do not pass it on.\n";
		return this.mailer.share(invitation(created.interview(), created.guest(), viewer, text, null), link.url(),
				link.isConfigured());
	}

	/** Does not send the link of a guest that is withdrawn. */
	void withdraw(long panellist) {
		this.mailer.withdraw(reference(panellist));
	}

	/** Adds the states of the mails to the page of an interview. */
	void addStates(InterviewView interview, Model model) {
		model.addAttribute("mailed", this.mailer.isEnabled());
		model.addAttribute("deliveries",
				this.mailer.deliveries(interview.panel().stream().map((member) -> reference(member.id())).toList()));
	}

	private static Mail invitation(InterviewDetails interview, Member member, Viewer viewer, String text,
			@Nullable Attachment attachment) {
		var name = member.guest() ? "" : member.name();
		return new Mail(reference(member.id()), member.email(), name, "Interview on " + interview.when(),
				(name.isEmpty() ? "Hello" : "Hello " + name) + ",\n\n" + viewer.name()
						+ " invites you to the panel of an interview.\n\nCandidate: " + interview.candidate()
						+ "\nDate: " + interview.when()
						+ (interview.place().isEmpty() ? "" : "\nPlace: " + interview.place()) + "\n\n" + text,
				attachment);
	}

	private Attachment calendarFile(InterviewView interview) {
		var id = interview.details().id();
		return new Attachment("interview-" + id + ".ics", "text/calendar",
				CalendarFile.write(interview.details(), interview.minutes(),
						this.baseUrl.link("/interviews/" + id).url(), this.baseUrl.host(), this.clock.instant()));
	}

	/** Returns the reference of the mails to a panellist. */
	static String reference(long panellist) {
		return "panellist-" + panellist;
	}

}
