package questionbank.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/** The migration of accounts whose addresses are not in the normal form. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class EmailNormalizationTests {

	private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

	@Autowired
	private JdbcClient database;

	@Autowired
	private DataSource source;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private Pages pages;

	private String name;

	@BeforeEach
	void name() {
		this.name = "n" + UUID.randomUUID().toString().replace("-", "");
	}

	@Test
	void normalizesTheAddressAndKeepsPasskeys() throws SQLException {
		var ada = addUnnormalized(Role.INTERVIEWER, this.name + "@xn--exmple-cua.org\u200b");
		addPasskey(ada.id(), this.name + "@xn--exmple-cua.org\u200b");
		assertThat(this.pages.visitor().signIn(this.name + "@exämple.org", ada.password()).status()).isEqualTo(401);
		migrate();
		assertThat(email(ada.id())).isEqualTo(this.name + "@exämple.org");
		assertThat(this.database.sql("select count(*) from user_entities where name = ?")
			.param(this.name + "@exämple.org")
			.query(Integer.class)
			.single()).isEqualTo(1);
		for (var typed : new String[] { "@exämple.org", "@xn--exmple-cua.org", "@EXÄMPLE.org\u00a0" }) {
			assertThat(this.pages.visitor().signIn(this.name + typed, ada.password()).status()).isEqualTo(302);
		}
	}

	@Test
	void endsSessionsOfChangedAccountsOnly() throws SQLException {
		var changed = this.accounts.add(Role.CANDIDATE);
		var unchanged = this.accounts.add(Role.CANDIDATE);
		var visitor = this.pages.visitor();
		visitor.signIn(changed);
		var other = this.pages.visitor();
		other.signIn(unchanged);
		rename(changed.id(), this.name + "\u2060@example.org");
		migrate();
		assertThat(visitor.open("/account").status()).isEqualTo(302);
		assertThat(other.open("/account").status()).isEqualTo(200);
	}

	@Test
	void givesASharedAddressToTheLatestSignIn(CapturedOutput log) throws SQLException {
		var pasted = addUnnormalized(Role.CANDIDATE, this.name + "@example.org\u00a0");
		var typed = addUnnormalized(Role.CANDIDATE, this.name + "@example.org");
		var third = addUnnormalized(Role.CANDIDATE, "\u200b" + this.name + "@example.org");
		recordSignIn(pasted, NOON);
		recordSignIn(typed, NOON.plusSeconds(1));
		recordSignIn(third, NOON.minusSeconds(1));
		migrate();
		assertThat(email(typed.id())).isEqualTo(this.name + "@example.org");
		assertThat(isEnabled(typed.id())).isTrue();
		for (var other : new TestAccount[] { pasted, third }) {
			var placeholder = "duplicate-" + other.id() + "-of-" + typed.id() + "@duplicate.invalid";
			assertThat(email(other.id())).isEqualTo(placeholder);
			assertThat(isEnabled(other.id())).isFalse();
			assertThat(log).contains("Account " + other.id() + " (candidate) has the same e-mail address as account "
					+ typed.id() + ": disabled, kept as " + placeholder);
			assertThat(browsers(other.id())).isEqualTo(1);
		}
		migrate();
		assertThat(email(typed.id())).isEqualTo(this.name + "@example.org");
	}

	@Test
	void givesASharedAddressToTheHigherRole() throws SQLException {
		var administrator = addUnnormalized(Role.ADMINISTRATOR, "\ufeff" + this.name + "@example.org");
		var squatter = addUnnormalized(Role.CANDIDATE, this.name + "@example.org");
		recordSignIn(administrator, NOON);
		recordSignIn(squatter, NOON.plusSeconds(60));
		migrate();
		assertThat(email(administrator.id())).isEqualTo(this.name + "@example.org");
		assertThat(isEnabled(administrator.id())).isTrue();
		assertThat(isEnabled(squatter.id())).isFalse();
	}

	@Test
	void givesASharedAddressToAnEnabledAccount() throws SQLException {
		var disabled = addUnnormalized(Role.INTERVIEWER, this.name + "@example.org");
		this.database.sql("update person set enabled = false where id = ?").param(disabled.id()).update();
		var used = addUnnormalized(Role.CANDIDATE, this.name + "@example.org\u200b");
		migrate();
		assertThat(email(used.id())).isEqualTo(this.name + "@example.org");
		assertThat(email(disabled.id())).endsWith("@duplicate.invalid");
	}

	@Test
	void normalizesTheAddressOfAnInvitation() throws SQLException {
		this.database.sql("""
				insert into person_link (purpose, token_hash, email, role, expires_at)
				values ('INVITATION', ?, ?, 'INTERVIEWER', ?)""")
			.params(this.name, this.name + "@xn--exmple-cua.org\u00ad", Timestamp.from(NOON))
			.update();
		migrate();
		assertThat(this.database.sql("select email from person_link where token_hash = ?")
			.param(this.name)
			.query(String.class)
			.single()).isEqualTo(this.name + "@exämple.org");
	}

	private TestAccount addUnnormalized(Role role, String email) {
		var added = this.accounts.add(role);
		this.database.sql("delete from person_browser where person_id = ?").param(added.id()).update();
		this.database.sql("update person set created_at = ? where id = ?")
			.params(Timestamp.from(NOON.minusSeconds(3600)), added.id())
			.update();
		rename(added.id(), email);
		return added;
	}

	private void rename(long id, String email) {
		this.database.sql("update person set email = ? where id = ?").params(email, id).update();
	}

	private void recordSignIn(TestAccount person, Instant time) {
		this.database.sql("insert into person_browser (person_id, token_hash, used_at) values (?, ?, ?)")
			.params(person.id(), "hash", Timestamp.from(time))
			.update();
	}

	private void addPasskey(long id, String email) {
		this.database.sql("insert into user_entities (id, name, display_name) values (?, ?, ?)")
			.params("passkeys of " + id, email, email)
			.update();
	}

	private String email(long id) {
		return this.database.sql("select email from person where id = ?").param(id).query(String.class).single();
	}

	private boolean isEnabled(long id) {
		return this.database.sql("select enabled from person where id = ?").param(id).query(Boolean.class).single();
	}

	private int browsers(long id) {
		return this.database.sql("select count(*) from person_browser where person_id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private void migrate() throws SQLException {
		try (var connection = this.source.getConnection()) {
			new EmailNormalization().migrate(new Context() {
				@Override
				public @Nullable Configuration getConfiguration() {
					return null;
				}

				@Override
				public Connection getConnection() {
					return connection;
				}
			});
		}
	}

}
