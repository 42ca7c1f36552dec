package questionbank.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An account as the pages of its owner and of administrators show it.
 *
 * @param hasPassword whether the account can be signed in to by password
 * @param version counts changes of name, role and access
 */
record PersonSummary(long id, String email, String name, Role role, boolean enabled, boolean hasPassword, int version,
		Instant createdAt) {

	static PersonSummary of(Person person) {
		return new PersonSummary(person.id(), person.email(), person.name(), person.role(), person.isEnabled(),
				person.password() != null, person.version(), person.createdAt());
	}

	/** Returns the name of the state, as pages show it. */
	public String state() {
		return PersonForm.ACCESS.getOrDefault(Boolean.toString(this.enabled), "");
	}

	/** Returns the day on which the account was created, in UTC. */
	public LocalDate since() {
		return LocalDate.ofInstant(this.createdAt, ZoneOffset.UTC);
	}

}
