package questionbank;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import questionbank.account.People;
import questionbank.account.Registration;
import questionbank.account.Role;
import questionbank.account.Viewer;

/** Creates accounts for tests that sign in. */
public class TestAccounts {

	/** A password that the strength meter accepts. */
	public static final String PASSWORD = "marble otter ferry 7 lanterns";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final People people;

	private final Registration registration;

	TestAccounts(People people, Registration registration) {
		this.people = people;
		this.registration = registration;
	}

	/** Creates an account by an invitation. */
	public TestAccount add(Role role) {
		var number = COUNT.incrementAndGet();
		var email = role.name().toLowerCase(Locale.ROOT) + number + "@example.org";
		var name = "TestAccount " + number;
		var token = this.people.invite(email, "", role, Viewer.ANONYMOUS).orElseThrow().token();
		var id = this.registration.accept(token, name, PASSWORD).orElseThrow();
		return new TestAccount(id, email, name, PASSWORD);
	}

}
