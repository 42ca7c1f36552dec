package questionbank.signin;

import java.util.List;
import java.util.Objects;

import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

import questionbank.account.People;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.operations.Command;
import questionbank.web.BaseUrl;

/**
 * The command {@code reset-admin EMAIL}, for when no administrator can sign in: makes the
 * account with this address an enabled administrator and prints a link to choose a new
 * password, valid for 24 hours; without an account, an invitation as administrator, valid
 * for seven days. Who may run it can also read the database.
 */
class ResetAdminCommand extends Command {

	ResetAdminCommand() {
		super("reset-admin");
	}

	@Override
	protected int run(Class<?> program, List<String> arguments, List<String> options) {
		var email = (arguments.size() == 1) ? People.normalizeEmail(arguments.get(0)).orElse("") : "";
		if (email.isEmpty()) {
			return refuse("Usage: reset-admin EMAIL");
		}
		try (var context = start(program, options)) {
			System.out.println(link(email, context));
			return DONE;
		}
		catch (RuntimeException ex) {
			System.err.println(Objects.requireNonNullElse(NestedExceptionUtils.getMostSpecificCause(ex).getMessage(),
					ex.toString()));
			return FAILED;
		}
	}

	private static String link(String email, ApplicationContext context) {
		var people = context.getBean(People.class);
		var path = people.resetAdministrator(email)
			.map((link) -> "/resets/" + link.token())
			.or(() -> people.invite(email, "", Role.ADMINISTRATOR, Viewer.ANONYMOUS)
				.map((link) -> "/invitations/" + link.token()))
			.orElseThrow();
		var origin = context.getBean(BaseUrl.class).configuredOrigin().orElse("http://localhost:8080");
		return origin + context.getEnvironment().getProperty("server.servlet.context-path", "") + path;
	}

}
