package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/**
 * Moves the practice of a browser to the account that signs in with it. If the database
 * fails, the sign-in succeeds and the browser keeps its cookie for the next one.
 */
@Component
class PracticeTransfer implements SessionAuthenticationStrategy {

	private static final Logger logger = LoggerFactory.getLogger(PracticeTransfer.class);

	private final Learners learners;

	PracticeTransfer(Learners learners) {
		this.learners = learners;
	}

	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		var secret = LearnerCookie.secret(request);
		var person = Viewer.of(authentication).id();
		if (secret == null || person == null) {
			return;
		}
		try {
			this.learners.move(secret, person);
			LearnerCookie.delete(request, response);
		}
		catch (DataAccessException ex) {
			logger.warn("Practice of a browser not moved to account {}, retrying at its next sign-in", person, ex);
		}
	}

}
