package questionbank.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Flyway migration that converts the e-mail addresses of accounts and invitations to
 * their {@linkplain EmailAddress normal form}.
 * <p>
 * Of several accounts whose addresses become the same, one keeps the address: enabled
 * before disabled, then the highest role, then one linked to an OpenID identity, then the
 * latest sign-in. The others keep their data, disabled, under a placeholder address that
 * cannot sign in. Each is logged, and listed to administrators under People. An address
 * whose normal form is too long for its column is not changed.
 * <p>
 * Sessions of a changed account are deleted, as they are indexed by the old address.
 */
@Component
class EmailNormalization implements JavaMigration {

	private static final Logger logger = LoggerFactory.getLogger(EmailNormalization.class);

	/** Sorts the account that keeps a shared address first. */
	private static final Comparator<Account> PRECEDENCE = Comparator.comparing(Account::enabled)
		.thenComparing(Account::role)
		.thenComparing(Account::federated)
		.thenComparing(Account::usedAt)
		.thenComparing(Account::id)
		.reversed();

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("12");
	}

	@Override
	public String getDescription() {
		return "account email normalization";
	}

	@Override
	public Integer getChecksum() {
		return 1;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		// The connection and transaction belong to Flyway, which closes them.
		var database = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
		cascadeToPasskeys(database);
		var accounts = accounts(database);
		accounts.stream()
			.collect(Collectors.groupingBy((account) -> normalForm(account.email)))
			.forEach((email, same) -> merge(email, same.stream().sorted(PRECEDENCE).toList(), database));
		invitations(database);
	}

	/** Makes passkeys follow a change of the address ({@code on update cascade}). */
	private static void cascadeToPasskeys(JdbcClient database) {
		var constraint = database.sql("""
				select constraint_name from information_schema.referential_constraints
				where lower(unique_constraint_name) = 'person_email' and constraint_schema = current_schema""")
			.query(String.class)
			.single();
		database.sql("alter table user_entities drop constraint \"" + constraint + "\"").update();
		database.sql("""
				alter table user_entities add constraint user_entities_person
				foreign key (name) references person (email) on update cascade on delete cascade""").update();
	}

	private static List<Account> accounts(JdbcClient database) {
		return database.sql("""
				select p.id, p.email, p.role, p.enabled,
					exists (select 1 from person_identity i where i.person_id = p.id) as federated,
					greatest(p.created_at,
						coalesce((select max(b.used_at) from person_browser b where b.person_id = p.id), p.created_at),
						coalesce((select max(c.last_used) from user_credentials c join user_entities u
							on u.id = c.user_entity_user_id where u.name = p.email), p.created_at)) as used_at
				from person p order by p.id""")
			.query((row, number) -> new Account(row.getLong("id"), row.getString("email"),
					Role.valueOf(row.getString("role")), row.getBoolean("enabled"), row.getBoolean("federated"),
					row.getTimestamp("used_at").toInstant()))
			.list();
	}

	private static void merge(String email, List<Account> accounts, JdbcClient database) {
		var keeper = accounts.get(0);
		// Frees the address before the keeper takes it (unique constraint).
		for (var other : accounts.subList(1, accounts.size())) {
			var placeholder = "duplicate-" + other.id + "-of-" + keeper.id + "@duplicate.invalid";
			logger.warn("Account {} ({}) has the same e-mail address as account {}: disabled, kept as {}", other.id,
					other.role.slug(), keeper.id, placeholder);
			rename(other, placeholder, false, database);
		}
		if (!keeper.email.equals(email)) {
			if (!EmailAddress.isValid(email)) {
				logger.warn("Account {} has an e-mail address that cannot receive mail", keeper.id);
			}
			rename(keeper, email, keeper.enabled, database);
		}
	}

	/** Returns the normal form unless it is too long: NFKC expands U+FDFA to 18. */
	private static String normalForm(String email) {
		var normal = EmailAddress.normalize(email);
		return (normal.length() <= EmailAddress.MAX_LENGTH) ? normal : email;
	}

	private static void rename(Account account, String email, boolean enabled, JdbcClient database) {
		database.sql("delete from spring_session where principal_name = ?").param(account.email).update();
		database.sql("""
				update person set email = ?, enabled = ?, version = version + 1, generation = generation + 1
				where id = ?""").params(email, enabled, account.id).update();
	}

	private static void invitations(JdbcClient database) {
		database.sql("select id, email from person_link where email is not null")
			.query((row, number) -> Map.entry(row.getLong("id"), row.getString("email")))
			.list()
			.forEach((invitation) -> database.sql("update person_link set email = ? where id = ?")
				.params(normalForm(invitation.getValue()), invitation.getKey())
				.update());
	}

	/**
	 * An account before the migration.
	 *
	 * @param federated whether the account is linked to an OpenID identity
	 * @param usedAt the latest known sign-in, or the creation of the account
	 */
	private record Account(long id, String email, Role role, boolean enabled, boolean federated, Instant usedAt) {
	}

}
