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
	void storesTheSameAttributeFromConcurrentRequests() {
		assertThat(storeConcurrently(this.sessions)).isEqualTo("of the second");
	}

	private static <S extends Session> Object storeConcurrently(SessionRepository<S> sessions) {
		var created = sessions.createSession();
		sessions.save(created);
		var first = sessions.findById(created.getId());
		var second = sessions.findById(created.getId());
		first.setAttribute("notice", "of the first");
		second.setAttribute("notice", "of the second");
		sessions.save(first);
		sessions.save(second);
		return sessions.findById(created.getId()).getAttribute("notice");
	}

}
