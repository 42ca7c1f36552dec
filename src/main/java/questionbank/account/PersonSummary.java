package questionbank.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A person as administrators see one.
 *
 * @param hasPassword whether a password opens the account
 * @param version grows with every change of name, role and access
 */
record PersonSummary(long id, String email, String name, Role role, boolean enabled, boolean hasPassword, int version,
		Instant createdAt) {

	static PersonSummary of(Person person) {
		return new PersonSummary(person.id(), person.email(), person.name(), person.role(), person.isEnabled(),
				person.password() != null, person.version(), person.createdAt());
	}

	/** The day on which the account was made, in UTC. */
	public LocalDate since() {
		return LocalDate.ofInstant(this.createdAt, ZoneOffset.UTC);
	}

}
