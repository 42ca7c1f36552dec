package questionbank.interview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

import questionbank.account.People.Interviewer;
import questionbank.account.Viewer;

/**
 * A member of a panel with the scorecard. It is changed until it is submitted, and again
 * after it was reopened.
 */
@Entity
@Table(name = "interview_panellist")
class Panellist {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private long interviewId;

	private @Nullable Long personId;

	private boolean guest;

	private String email;

	private String name;

	private @Nullable String tokenHash;

	/** Who created the link of a guest; {@code null} if there is none, or no account. */
	private @Nullable Long linkCreatedBy;

	/** The hash of a cookie of the browser in which a guest has begun to score. */
	private @Nullable String browserHash;

	/** Counts the saved changes and the submissions of the scorecard. */
	private int version;

	/** The version that was submitted last; 0 if none was. */
	private int submittedVersion;

	private @Nullable Integer recommendation;

	private String reason = "";

	private @Nullable Instant submittedAt;

	/** 0 on the panel; the id of a panellist who was removed. */
	private long removal;

	@ElementCollection
	@CollectionTable(name = "interview_answer", joinColumns = @JoinColumn(name = "panellist_id"))
	@OrderColumn(name = "position")
	@ListIndexBase(1)
	private List<Answer> answers;

	protected Panellist() {
	}

	private Panellist(long interviewId, @Nullable Long personId, String email, String name, int questions) {
		this.interviewId = interviewId;
		this.personId = personId;
		this.guest = (personId == null);
		this.email = email;
		this.name = name;
		this.answers = new ArrayList<>(Collections.nCopies(questions, Answer.BLANK));
	}

	/** Creates a panellist with an account. */
	static Panellist of(long interview, Interviewer person, int questions) {
		return new Panellist(interview, person.id(), person.email(), person.name(), questions);
	}

	/** Creates a panellist without an account. */
	static Panellist guest(long interview, String email, int questions) {
		return new Panellist(interview, null, email, email, questions);
	}

	/**
	 * Replaces the content of the scorecard.
	 * @throws IllegalStateException if it is submitted
	 */
	void score(ScorecardContent content) {
		if (isSubmitted()) {
			throw new IllegalStateException("Scorecard " + this.id + " is submitted");
		}
		for (int at = 0; at < this.answers.size(); at++) {
			if (!this.answers.get(at).equals(content.answers().get(at))) {
				this.answers.set(at, content.answers().get(at));
			}
		}
		this.recommendation = content.recommendation();
		this.reason = content.reason();
		this.version++;
	}

	/** Locks the scorecard, as a new version. */
	void submit(Instant now) {
		this.version++;
		this.submittedVersion = this.version;
		this.submittedAt = now;
	}

	/** Unlocks the scorecard. */
	void reopen() {
		this.submittedAt = null;
	}

	/**
	 * Removes the panellist from the panel, and withdraws the link. The scorecard stays
	 * for the record.
	 */
	void remove() {
		this.removal = this.id;
		this.tokenHash = null;
		this.linkCreatedBy = null;
	}

	/** Creates another guest with the same address and an empty scorecard. */
	Panellist anew() {
		return guest(this.interviewId, this.email, this.answers.size());
	}

	/** Replaces the link of a guest by one with another secret. */
	void changeLink(String hash, Viewer creator) {
		changeLink(hash, creator.id());
	}

	/** Removes the link of a guest. */
	void withdrawLink() {
		changeLink(null, (Long) null);
	}

	private void changeLink(@Nullable String hash, @Nullable Long creator) {
		if (!this.guest) {
			throw new IllegalStateException("Panellist " + this.id + " signs in");
		}
		this.tokenHash = hash;
		this.linkCreatedBy = creator;
		this.browserHash = null;
	}

	/**
	 * Binds the link of a guest to a browser, unless it is bound.
	 * @return whether it is bound to this browser
	 */
	boolean bind(String hash) {
		if (this.browserHash == null) {
			this.browserHash = hash;
		}
		return this.browserHash.equals(hash);
	}

	boolean is(Viewer viewer) {
		return this.personId != null && this.personId.equals(viewer.id());
	}

	/** Whether another panellist has the same account or the same address. */
	boolean isSameAs(Panellist other) {
		return this.email.equals(other.email) || this.personId != null && this.personId.equals(other.personId);
	}

	boolean isRemoved() {
		return this.removal != 0;
	}

	boolean isSubmitted() {
		return this.submittedAt != null;
	}

	boolean isGuest() {
		return this.guest;
	}

	boolean hasLink() {
		return this.tokenHash != null;
	}

	ScorecardContent content() {
		return new ScorecardContent(List.copyOf(this.answers), this.recommendation, this.reason);
	}

	long id() {
		return this.id;
	}

	long interviewId() {
		return this.interviewId;
	}

	String email() {
		return this.email;
	}

	String name() {
		return this.name;
	}

	@Nullable Long linkCreatedBy() {
		return this.linkCreatedBy;
	}

	@Nullable String browserHash() {
		return this.browserHash;
	}

	@Nullable String tokenHash() {
		return this.tokenHash;
	}

	/** Whether the scorecard was submitted after a version of it. */
	boolean isSubmittedSince(int base) {
		return base < this.submittedVersion;
	}

	int version() {
		return this.version;
	}

	@Nullable Instant submittedAt() {
		return this.submittedAt;
	}

}
