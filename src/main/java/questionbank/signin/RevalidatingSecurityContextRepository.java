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
 * Takes a session's word for who somebody is only as long as it holds: whoever was signed
 * out everywhere meanwhile, was given another role or was kept out, is a stranger,
 * however closely that met with a sign-in. Whoever has another name has it at once.
 */
@Component
class RevalidatingSecurityContextRepository extends HttpSessionSecurityContextRepository {

	private final Identities identities;

	RevalidatingSecurityContextRepository(Identities identities) {
		this.identities = identities;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Checked(super.loadDeferredContext(request));
	}

	/** The same for those who ask in the old way, so that nobody passes unchecked. */
	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
		return loadDeferredContext(exchange.getRequest()).get();
	}

	/**
	 * Whether somebody has signed in, also where that is not known to the request yet.
	 */
	boolean isKnown(HttpServletRequest request) {
		return Viewer.of(loadDeferredContext(request).get().getAuthentication()).isKnown();
	}

	/** Asks the database when somebody first wants to know. */
	private final class Checked implements DeferredSecurityContext {

		private final DeferredSecurityContext kept;

		private @Nullable SecurityContext checked;

		Checked(DeferredSecurityContext kept) {
			this.kept = kept;
		}

		@Override
		public SecurityContext get() {
			if (this.checked == null) {
				this.checked = SecurityContextHolder.createEmptyContext();
				Optional.ofNullable(this.kept.get().getAuthentication())
					.flatMap(RevalidatingSecurityContextRepository.this.identities::present)
					.ifPresent(this.checked::setAuthentication);
			}
			return this.checked;
		}

		@Override
		public boolean isGenerated() {
			return this.kept.isGenerated();
		}

	}

}
