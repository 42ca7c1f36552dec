package questionbank.signin;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class SessionsTests {

	@Autowired
	private SessionRepository<? extends Session> sessions;

	@Test
	void takeTheSameFromTwoWindowsAtOnce() {
		assertThat(takenFromTwoWindows(this.sessions)).isEqualTo("of the second");
	}

	private static <S extends Session> Object takenFromTwoWindows(SessionRepository<S> sessions) {
		var begun = sessions.createSession();
		sessions.save(begun);
		var first = sessions.findById(begun.getId());
		var second = sessions.findById(begun.getId());
		first.setAttribute("notice", "of the first");
		second.setAttribute("notice", "of the second");
		sessions.save(first);
		sessions.save(second);
		return sessions.findById(begun.getId()).getAttribute("notice");
	}

}
