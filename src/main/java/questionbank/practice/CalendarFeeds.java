package questionbank.practice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import questionbank.account.SecretTokens;
import questionbank.calendar.ICalendar;
import questionbank.scheduling.Plan;
import questionbank.web.BaseUrl;

/**
 * Calendar feeds of the planned days and the interview, for calendars that poll an
 * address with a secret. Only a hash of the secret is stored, so the address is shown
 * once; a new one replaces it.
 */
@Component
class CalendarFeeds {

	private final Learners learners;

	private final LearnerRepository rows;

	private final StudyPlans studyPlans;

	private final SecretTokens secrets;

	private final TransactionOperations transaction;

	private final BaseUrl address;

	private final Clock clock;

	CalendarFeeds(Learners learners, LearnerRepository rows, StudyPlans studyPlans, SecretTokens secrets,
			TransactionOperations transaction, BaseUrl address, Clock clock) {
		this.learners = learners;
		this.rows = rows;
		this.studyPlans = studyPlans;
		this.secrets = secrets;
		this.transaction = transaction;
		this.address = address;
		this.clock = clock;
	}

	/** Whether the learner has a feed. */
	boolean exists(LearnerIdentity identity) {
		return this.learners.find(identity).filter((learner) -> learner.calendarHash() != null).isPresent();
	}

	/**
	 * Creates a feed; an earlier address of the learner stops working. Registers the
	 * learner if there is none yet.
	 * @return the secret of its address
	 */
	String create(LearnerIdentity identity) {
		this.learners.register(identity);
		var secret = this.secrets.next();
		change(identity, SecretTokens.hash(secret));
		return secret;
	}

	/** Removes the feed. */
	void remove(LearnerIdentity identity) {
		change(identity, null);
	}

	private void change(LearnerIdentity identity, @Nullable String hash) {
		this.transaction.executeWithoutResult(
				(status) -> this.learners.findForChange(identity).ifPresent((learner) -> learner.changeCalendar(hash)));
	}

	/** Finds the learner whose feed has a hash. */
	Optional<Learner> find(String hash) {
		return this.rows.findByCalendar(hash);
	}

	/** Writes the calendar of the feed of a learner. */
	String write(Learner learner, String hash) {
		return ICalendar.write("Practice", events(this.studyPlans.plan(learner), hash), this.clock.instant());
	}

	private List<ICalendar.Event> events(Plan plan, String hash) {
		var url = this.address.link("/practice").url();
		var id = "-" + hash.substring(0, 16) + "@" + this.address.host();
		var events = new ArrayList<ICalendar.Event>();
		for (var day : plan.days()) {
			var today = day.date().equals(plan.today());
			var questions = (today && plan.date() != null) ? plan.size() : day.fresh() + day.repeats();
			if (questions > 0) {
				events
					.add(new ICalendar.Event("practice-" + day.date() + id, ICalendar.Time.days(day.date(), day.last()),
							(questions == 1) ? "Practise 1 question" : "Practise " + questions + " questions", "", "",
							url));
			}
		}
		if (plan.date() != null) {
			events
				.add(new ICalendar.Event("interview" + id, ICalendar.Time.day(plan.date()), "Interview", "", "", url));
		}
		// RFC 5545 requires a component: some calendars refuse an empty feed.
		if (events.isEmpty()) {
			events.add(new ICalendar.Event("practice-" + plan.today() + id, ICalendar.Time.day(plan.today()),
					(plan.size() > 0) ? "Practise interview questions" : "Nothing to practise today", "", "", url));
		}
		return events;
	}

}
