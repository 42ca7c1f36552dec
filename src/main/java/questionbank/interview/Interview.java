package questionbank.interview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

import questionbank.account.Viewer;
import questionbank.kit.KitDetails;

/** An interview with one candidate, with a copy of the kit as of its creation. */
@Entity
class Interview {

	private static final Duration SHORTEST_INTERVIEW = Duration.ofMinutes(15);

	/** The zone in which each day begins first. */
	private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private @Nullable Long ownerId;

	private String ownerName;

	private long kitId;

	private int kitRevision;

	private String title;

	private String role;

	private String notes;

	private String candidate;

	private String candidateHash;

	private LocalDate heldOn;

	private @Nullable LocalTime heldAt;

	/** The earliest date for which the interview was ever planned. */
	private LocalDate earliestOn;

	private String zone;

	private String place;

	private Instant createdAt;

	private @Nullable Instant closedAt;

	private @Nullable Instant removedAt;

	/**
	 * Whether owner and administrators could see scores at any time, unless they were on
	 * the panel.
	 */
	private boolean scoresShown;

	/** Counts the edits. */
	private int version;

	@ElementCollection
	@CollectionTable(name = "interview_question", joinColumns = @JoinColumn(name = "interview_id"))
	@OrderColumn(name = "position")
	@ListIndexBase(1)
	@BatchSize(size = 30)
	private List<AskedQuestion> questions;

	protected Interview() {
	}

	Interview(KitDetails kit, InterviewDraft draft, Viewer owner, Instant now) {
		this.ownerId = owner.id();
		this.ownerName = owner.name();
		this.kitId = kit.id();
		this.kitRevision = kit.version();
		this.title = kit.content().title();
		this.role = kit.content().role();
		this.notes = kit.content().notes();
		this.questions = kit.content().questions().stream().map(AskedQuestion::of).toList();
		this.createdAt = now;
		this.earliestOn = draft.date();
		reschedule(draft);
	}

	/** Edits the candidate's label, date, time and place. */
	void edit(InterviewDraft draft) {
		reschedule(draft);
		this.version++;
	}

	private void reschedule(InterviewDraft draft) {
		this.candidate = draft.candidate();
		this.candidateHash = draft.candidateHash();
		this.heldOn = draft.date();
		this.earliestOn = draft.date().isBefore(this.earliestOn) ? draft.date() : this.earliestOn;
		this.heldAt = draft.time();
		this.zone = draft.zone();
		this.place = draft.place();
	}

	/** Closes the interview for changes of scorecards. */
	void close(Instant now) {
		if (this.closedAt == null) {
			this.closedAt = now;
		}
		showScores();
	}

	/** Records that owner and administrators can see scores, which lasts. */
	void showScores() {
		this.scoresShown = true;
	}

	boolean areScoresShown() {
		return this.scoresShown;
	}

	/** Opens the interview again, so that a scorecard can be changed. */
	void reopen() {
		this.closedAt = null;
	}

	/** Whether the viewer created the interview. */
	boolean isOwnedBy(Viewer viewer) {
		return isOwnedBy(viewer.id());
	}

	boolean isOwnedBy(@Nullable Long person) {
		return this.ownerId != null && this.ownerId.equals(person);
	}

	/** Whether the interview was both held and created before a date, in UTC. */
	boolean isBefore(LocalDate date) {
		return this.heldOn.isBefore(date) && this.createdAt.isBefore(date.atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	/**
	 * Whether the interview cannot have been held: its day has not begun in any time
	 * zone, or it was created some minutes ago. This does not depend on scorecards, so
	 * that whether it can be deleted tells nothing about them.
	 */
	boolean isDeletable(Instant now) {
		return !isClosed() && !isRemoved() && (LocalDate.ofInstant(now, FIRST_ZONE).isBefore(this.earliestOn)
				|| now.isBefore(this.createdAt.plus(SHORTEST_INTERVIEW)));
	}

	boolean isRemoved() {
		return this.removedAt != null;
	}

	boolean isClosed() {
		return this.closedAt != null;
	}

	long id() {
		return this.id;
	}

	List<AskedQuestion> questions() {
		return this.questions;
	}

	String candidateHash() {
		return this.candidateHash;
	}

	InterviewDetails details() {
		return new InterviewDetails(this.id, this.ownerName, this.kitId, this.kitRevision, this.title, this.role,
				this.notes, this.candidate, this.heldOn, this.heldAt, this.zone, this.place, this.createdAt,
				this.closedAt, this.removedAt, this.version);
	}

	int version() {
		return this.version;
	}

}
