package questionbank.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.security.authentication.TestingAuthenticationToken;

import static org.assertj.core.api.Assertions.assertThat;

class ViewerTests {

	@Test
	void isAnonymousWithoutARole() {
		assertThat(Viewer.of(null)).isEqualTo(Viewer.ANONYMOUS);
		assertThat(signedIn("ROLE_ANONYMOUS")).isEqualTo(Viewer.ANONYMOUS);
		assertThat(signedIn("INTERVIEWER", "ROLE_interviewer")).isEqualTo(Viewer.ANONYMOUS);
	}

	@Test
	void hasTheHighestOfSeveralRoles() {
		assertThat(signedIn("ROLE_INTERVIEWER", "ROLE_CANDIDATE").role()).isEqualTo(Role.INTERVIEWER);
		assertThat(signedIn("ROLE_CANDIDATE", "ROLE_ADMINISTRATOR").role()).isEqualTo(Role.ADMINISTRATOR);
	}

	@ParameterizedTest
	@EnumSource
	void includesTheRolesBelow(Role role) {
		var viewer = new Viewer(role, "ada");
		for (var other : Role.values()) {
			assertThat(viewer.isAtLeast(other)).isEqualTo(other.ordinal() <= role.ordinal());
			assertThat(Viewer.ANONYMOUS.isAtLeast(other)).isFalse();
		}
	}

	private static Viewer signedIn(String... authorities) {
		return Viewer.of(new TestingAuthenticationToken("ada", "", authorities));
	}

}
