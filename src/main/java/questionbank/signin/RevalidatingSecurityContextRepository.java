package questionbank.signin;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

import questionbank.account.Identities;
import questionbank.account.Viewer;

/**
 * Re-checks the principal's {@code generation} against the database when a request first
 * accesses its security context; a stale principal becomes anonymous. So a revocation
 * takes effect even if a concurrent request saves the session after it was deleted. Also
 * updates the principal's name.
 */
@Component
class RevalidatingSecurityContextRepository extends HttpSessionSecurityContextRepository {

	private final Identities identities;

	RevalidatingSecurityContextRepository(Identities identities) {
		this.identities = identities;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Revalidated(super.loadDeferredContext(request));
	}

	/** Revalidates also for callers of the deprecated method. */
	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
		return loadDeferredContext(exchange.getRequest()).get();
	}

	/**
	 * Whether the request's session is signed in, for callers ahead of the filter that
	 * loads the security context.
	 */
	boolean isKnown(HttpServletRequest request) {
		return Viewer.of(loadDeferredContext(request).get().getAuthentication()).isKnown();
	}

	/** Reads the database on first access, and keeps the result. */
	private final class Revalidated implements DeferredSecurityContext {

		private final DeferredSecurityContext stored;

		private @Nullable SecurityContext revalidated;

		Revalidated(DeferredSecurityContext stored) {
			this.stored = stored;
		}

		@Override
		public SecurityContext get() {
			if (this.revalidated == null) {
				this.revalidated = SecurityContextHolder.createEmptyContext();
				Optional.ofNullable(this.stored.get().getAuthentication())
					.flatMap(RevalidatingSecurityContextRepository.this.identities::revalidate)
					.ifPresent(this.revalidated::setAuthentication);
			}
			return this.revalidated;
		}

		@Override
		public boolean isGenerated() {
			return this.stored.isGenerated();
		}

	}

}
