package questionbank;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/** The rooms, and who may use which, are as the package doors say. */
class ModuleTests {

	@Test
	void roomsUseOnlyWhatTheirDoorsAllow() {
		ApplicationModules.of(QuestionBankApplication.class).verify();
	}

}
