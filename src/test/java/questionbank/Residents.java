package questionbank;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import questionbank.account.Accounts;
import questionbank.account.People;
import questionbank.account.Role;

/** People who have accounts, for tests that need somebody to sign in. */
public class Residents {

	/** Not easy to guess, but for who reads this. */
	public static final String PASSWORD = "marble otter ferry 7 lanterns";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final People people;

	private final Accounts accounts;

	Residents(People people, Accounts accounts) {
		this.people = people;
		this.accounts = accounts;
	}

	/** Somebody new, who was invited and has accepted. */
	public Resident add(Role role) {
		var number = COUNT.incrementAndGet();
		var email = role.name().toLowerCase(Locale.ROOT) + number + "@example.org";
		var name = "Resident " + number;
		var secret = this.people.invite(email, role).orElseThrow();
		var id = this.accounts.accept(secret, name, PASSWORD).orElseThrow();
		return new Resident(id, email, name, PASSWORD);
	}

}
