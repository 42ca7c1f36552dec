package questionbank;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/** The rooms use only the dependencies that their package-info declares. */
class ModuleTests {

	@Test
	void roomsUseAllowedDependenciesOnly() {
		ApplicationModules.of(QuestionBankApplication.class).verify();
	}

}
