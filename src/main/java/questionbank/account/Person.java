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
 * Somebody who can sign in. The version grows with what forms show, the name, the role
 * and the access, so that an edit of something older is noticed; a password is never
 * shown, and does not count.
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

	/** Grows when all visits of the person end. */
	private int generation;

	private Instant createdAt;

	protected Person() {
	}

	/**
	 * Somebody new.
	 * @param email in lower case, at most 254 characters
	 * @param name at most 100 characters
	 * @param password as the password encoder wrote it, or {@code null} for somebody who
	 * comes in another way
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

	/** Gives the person another role, and lets them in or keeps them out. */
	void place(Role changed, boolean mayEnter) {
		if (this.role != changed || this.enabled != mayEnter) {
			this.role = changed;
			this.enabled = mayEnter;
			this.version++;
		}
	}

	/**
	 * Gives the person another password.
	 * @param encoded {@code null} for who comes in another way from now on
	 */
	void changePassword(@Nullable String encoded) {
		this.password = encoded;
	}

	/**
	 * Ends all visits of the person.
	 * @return what is to be published, so that their sessions are removed
	 */
	SessionsRevokedEvent revokeSessions() {
		this.generation++;
		return new SessionsRevokedEvent(this.email);
	}

	/** Whether this is the version that was sent with a form. */
	boolean isVersion(String sent) {
		return Integer.toString(this.version).equals(sent);
	}

	/** Whether the program would have nobody to run it without such people. */
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
