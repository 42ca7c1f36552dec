package questionbank.kit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/**
 * The present content of a kit. It changes only as a whole, by a draft, with a revision
 * for each change.
 */
@Entity
class Kit {

	static final int DRAFT_LENGTH = 500_000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	/** The number of the latest revision, counted from 1 within this kit. */
	private int version;

	private String title;

	private String role;

	private int questionCount;

	private int minutes;

	/** The content, as JSON. */
	@Column(length = DRAFT_LENGTH)
	private String draft;

	private Instant createdAt;

	private Instant changedAt;

	private String changedBy;

	protected Kit() {
	}

	Kit(KitDraft content, String draft, String author, Instant now) {
		this.createdAt = now;
		rewrite(content, draft, author, now);
	}

	/**
	 * Replaces the content; revisions keep the former content.
	 * @param draft the content as JSON
	 */
	final void rewrite(KitDraft content, String draft, String author, Instant now) {
		this.version++;
		this.title = content.title();
		this.role = content.role();
		this.questionCount = content.questions().size();
		this.minutes = content.minutes();
		this.draft = draft;
		this.changedAt = now;
		this.changedBy = author;
	}

	long id() {
		return this.id;
	}

	int version() {
		return this.version;
	}

	String draft() {
		return this.draft;
	}

	Instant changedAt() {
		return this.changedAt;
	}

	String changedBy() {
		return this.changedBy;
	}

}
