package questionbank.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A single-use link that expires: setup, invitation or password reset. Its token is
 * stored as a hash.
 */
@Entity
@Table(name = "person_link")
class Link {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Purpose purpose;

	private String tokenHash;

	private @Nullable String email;

	/** The name of the person who is invited; {@code null} if it is not known. */
	private @Nullable String name;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private @Nullable Role role;

	private @Nullable Long personId;

	private Instant expiresAt;

	/** The administrator who created it; {@code null} for a setup link. */
	private @Nullable Long createdBy;

	protected Link() {
	}

	private Link(Purpose purpose, String tokenHash, @Nullable String email, @Nullable Role role,
			@Nullable Long personId, @Nullable Long createdBy, Instant now) {
		this.purpose = purpose;
		this.tokenHash = tokenHash;
		this.email = email;
		this.role = role;
		this.personId = personId;
		this.createdBy = createdBy;
		this.expiresAt = purpose.expiry(now);
	}

	/** Creates a link whose bearer can create the first administrator. */
	static Link setup(String tokenHash, Instant now) {
		return new Link(Purpose.SETUP, tokenHash, null, Role.ADMINISTRATOR, null, null, now);
	}

	/**
	 * Creates a link to accept an invitation.
	 * @param name the name of the person who is invited; empty if it is not known
	 */
	static Link invitation(String tokenHash, String email, String name, Role role, @Nullable Long createdBy,
			Instant now) {
		var link = new Link(Purpose.INVITATION, tokenHash, email, role, null, createdBy, now);
		link.name = name.isEmpty() ? null : name;
		return link;
	}

	/** Creates a link to choose a new password. */
	static Link reset(String tokenHash, long personId, @Nullable Long createdBy, Instant now) {
		return new Link(Purpose.RESET, tokenHash, null, null, personId, createdBy, now);
	}

	/** Whether the link has the required purpose and has not expired. */
	boolean isFor(Purpose required, Instant now) {
		return this.purpose == required && now.isBefore(this.expiresAt);
	}

	long id() {
		return this.id;
	}

	@Nullable Long createdBy() {
		return this.createdBy;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

	/** Returns the address of an invitation. */
	String email() {
		return required(this.email);
	}

	/** Returns the name of the person who is invited; empty if it is not known. */
	String name() {
		return Objects.requireNonNullElse(this.name, "");
	}

	/** Returns the role that an invitation gives. */
	Role role() {
		return required(this.role);
	}

	/** Returns the person whose password a reset changes. */
	long personId() {
		return required(this.personId);
	}

	private static <T> T required(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("Link lacks a field of its purpose");
		}
		return value;
	}

	/** The purpose of a link, with its lifetime. */
	enum Purpose {

		SETUP(Duration.ofDays(7)), INVITATION(Duration.ofDays(7)), RESET(Duration.ofHours(24));

		private final Duration lifetime;

		Purpose(Duration lifetime) {
			this.lifetime = lifetime;
		}

		/** Returns when a link created at an instant expires. */
		Instant expiry(Instant created) {
			return created.plus(this.lifetime);
		}

	}

}
