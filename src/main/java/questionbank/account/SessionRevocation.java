package questionbank.account;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Deletes the sessions of an account once the change that revokes them is committed. A
 * session that is saved at the same moment is stale by the generation of its principal.
 */
@Component
class SessionRevocation {

	/** Absent in a program without a web server. */
	private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

	SessionRevocation(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
		this.sessions = sessions;
	}

	@TransactionalEventListener
	void delete(SessionsRevokedEvent revoked) {
		this.sessions
			.ifAvailable((stored) -> stored.findByPrincipalName(revoked.email()).keySet().forEach(stored::deleteById));
	}

}
