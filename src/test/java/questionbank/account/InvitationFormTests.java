package questionbank.account;

import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.account.InvitationForm.Recipient;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationFormTests {

	@Test
	void splitsLinesAtCommasAndSemicolons() {
		assertThat(recipients("ada@example.org, ivy@example.org;\nKim <kim@example.org>,")).extracting(Recipient::email)
			.containsExactly("ada@example.org", "ivy@example.org", "kim@example.org");
	}

	@Test
	void keepsCommasAndSemicolonsWithinQuotes() {
		assertThat(recipients("\"Doe, Jane; PhD\" <jane@example.org>, ivy@example.org")).extracting(Recipient::name)
			.containsExactly("Doe, Jane; PhD", "");
	}

	@Test
	void splitsAfterAQuoteThatIsNotClosed() {
		assertThat(recipients("\"Doe <jane@example.org>, ivy@example.org\nkim@example.org"))
			.extracting(Recipient::email)
			.contains("ivy@example.org", "kim@example.org");
	}

	@Test
	void takesEachAddressOnceWithItsName() {
		var recipients = recipients("ada@example.org\nAda <ADA@example.org>\nada@example.org");
		assertThat(recipients).singleElement().extracting(Recipient::name).isEqualTo("Ada");
	}

	private static List<Recipient> recipients(String typed) {
		return new InvitationForm(typed, null).recipients();
	}

}
