package questionbank.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			help@example.org                | help@example.org                | mailto:help@example.org
			mailto:help@example.org         | help@example.org                | mailto:help@example.org
			https://example.org/help?a=b    | https://example.org/help?a=b    | https://example.org/help?a=b
			The front desk, room 7          | The front desk, room 7          | ''
			javascript:alert(1)             | javascript:alert(1)             | ''
			Grace <grace@example.org>       | Grace <grace@example.org>       | ''
			""")
	void isALinkIfItIsAnAddress(String setting, String text, String address) {
		var contact = new BaseUrlProperties(null, setting).operator();
		assertThat(contact.text()).isEqualTo(text);
		assertThat(contact.address()).isEqualTo(address);
	}

}
