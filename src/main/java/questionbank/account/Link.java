package questionbank.account;

import java.time.Duration;
import java.time.Instant;

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
 * A link that lets somebody in, once and for a time. Its secret is known by hash alone.
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

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private @Nullable Role role;

	private @Nullable Long personId;

	private Instant expiresAt;

	protected Link() {
	}

	private Link(Purpose purpose, String tokenHash, @Nullable String email, @Nullable Role role,
			@Nullable Long personId, Instant now) {
		this.purpose = purpose;
		this.tokenHash = tokenHash;
		this.email = email;
		this.role = role;
		this.personId = personId;
		this.expiresAt = purpose.expiry(now);
	}

	/** Makes whoever opens it the first administrator. */
	static Link setup(String tokenHash, Instant now) {
		return new Link(Purpose.SETUP, tokenHash, null, Role.ADMINISTRATOR, null, now);
	}

	/** Lets somebody in who has no account yet. */
	static Link invitation(String tokenHash, String email, Role role, Instant now) {
		return new Link(Purpose.INVITATION, tokenHash, email, role, null, now);
	}

	/** Lets somebody choose a new password. */
	static Link reset(String tokenHash, long personId, Instant now) {
		return new Link(Purpose.RESET, tokenHash, null, null, personId, now);
	}

	boolean isFor(Purpose wanted, Instant now) {
		return this.purpose == wanted && now.isBefore(this.expiresAt);
	}

	/** The address that an invitation is for. */
	String email() {
		return own(this.email);
	}

	/** What an invitation makes somebody. */
	Role role() {
		return own(this.role);
	}

	/** The person whom a reset is for. */
	long personId() {
		return own(this.personId);
	}

	private static <T> T own(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("The link lacks what belongs to its purpose");
		}
		return value;
	}

	/** What a link is for, and how long it works. */
	enum Purpose {

		SETUP(Duration.ofDays(7)), INVITATION(Duration.ofDays(7)), RESET(Duration.ofHours(24));

		private final Duration lifetime;

		Purpose(Duration lifetime) {
			this.lifetime = lifetime;
		}

		/** When a link expires that was created at an instant. */
		Instant expiry(Instant created) {
			return created.plus(this.lifetime);
		}

	}

}
