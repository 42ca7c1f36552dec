package questionbank;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import questionbank.account.People;
import questionbank.account.Registration;
import questionbank.account.Role;

/** People who have accounts, for tests that need somebody to sign in. */
public class TestAccounts {

	/** Not easy to guess, but for who reads this. */
	public static final String PASSWORD = "marble otter ferry 7 lanterns";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final People people;

	private final Registration registration;

	TestAccounts(People people, Registration registration) {
		this.people = people;
		this.registration = registration;
	}

	/** Somebody new, who was invited and has accepted. */
	public TestAccount add(Role role) {
		var number = COUNT.incrementAndGet();
		var email = role.name().toLowerCase(Locale.ROOT) + number + "@example.org";
		var name = "TestAccount " + number;
		var secret = this.people.invite(email, role).orElseThrow();
		var id = this.registration.accept(secret, name, PASSWORD).orElseThrow();
		return new TestAccount(id, email, name, PASSWORD);
	}

}
