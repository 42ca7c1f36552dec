package questionbank.account;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An account. The version counts changes of name, role and access, which forms show, so
 * that a stale edit is detected (optimistic lock). A change of the password does not
 * count, as no form shows it.
 */
@Entity
class Person {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String email;

	private String name;

	private @Nullable String password;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Role role;

	private boolean enabled = true;

	private int version = 1;

	/** Counts revocations; sessions of an earlier generation are anonymous. */
	private int generation;

	private Instant createdAt;

	protected Person() {
	}

	/**
	 * Creates an account.
	 * @param email in its normal form, at most 254 characters
	 * @param name at most 100 characters
	 * @param password the hash of the password; {@code null} for none
	 */
	Person(String email, String name, @Nullable String password, Role role, Instant now) {
		this.email = email;
		this.name = name;
		this.password = password;
		this.role = role;
		this.createdAt = now;
	}

	void rename(String changed) {
		if (!this.name.equals(changed)) {
			this.name = changed;
			this.version++;
		}
	}

	/** Changes the role and whether the person may sign in. */
	void changeAccess(Role changed, boolean maySignIn) {
		if (this.role != changed || this.enabled != maySignIn) {
			this.role = changed;
			this.enabled = maySignIn;
			this.version++;
		}
	}

	/**
	 * Changes the password.
	 * @param encoded the hash of the new password; {@code null} for none
	 */
	void changePassword(@Nullable String encoded) {
		this.password = encoded;
	}

	/**
	 * Starts a new generation, so that all sessions are stale.
	 * @return the event to publish, which deletes the stored sessions
	 */
	SessionsRevokedEvent revokeSessions() {
		this.generation++;
		return new SessionsRevokedEvent(this.email);
	}

	/** Whether a form was submitted with the current version. */
	boolean isVersion(String submitted) {
		return Integer.toString(this.version).equals(submitted);
	}

	/** Whether the person counts as an administrator, of whom one must remain. */
	boolean isActiveAdministrator() {
		return this.enabled && this.role == Role.ADMINISTRATOR;
	}

	long id() {
		return this.id;
	}

	String email() {
		return this.email;
	}

	String name() {
		return this.name;
	}

	@Nullable String password() {
		return this.password;
	}

	Role role() {
		return this.role;
	}

	boolean isEnabled() {
		return this.enabled;
	}

	int version() {
		return this.version;
	}

	int generation() {
		return this.generation;
	}

	Instant createdAt() {
		return this.createdAt;
	}

}
