package questionbank.account;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a signed-in account. It is serialized into the session, so that fields
 * are only ever added; the password hash is transient.
 */
final class SignedIn implements UserDetails, CredentialsContainer {

	private static final long serialVersionUID = 1L;

	private final long id;

	private final String email;

	private final String name;

	private final Role role;

	private final boolean enabled;

	private final int generation;

	private transient @Nullable String password;

	SignedIn(Person person) {
		this.id = person.id();
		this.email = person.email();
		this.name = person.name();
		this.role = person.role();
		this.enabled = person.isEnabled();
		this.generation = person.generation();
		this.password = person.password();
	}

	private SignedIn(SignedIn original, String name) {
		this.id = original.id;
		this.email = original.email;
		this.name = name;
		this.role = original.role;
		this.enabled = original.enabled;
		this.generation = original.generation;
	}

	/** Returns a copy with the current name. */
	SignedIn renamed(String changed) {
		return new SignedIn(this, changed);
	}

	/**
	 * Returns an authenticated token, and erases the password hash.
	 * @throws DisabledException if the account is disabled
	 */
	Authentication authentication() {
		if (!this.enabled) {
			throw new DisabledException("Account " + this.id + " is disabled");
		}
		eraseCredentials();
		return UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
	}

	Viewer viewer() {
		return new Viewer(this.role, this.name, this.id);
	}

	long id() {
		return this.id;
	}

	int generation() {
		return this.generation;
	}

	@Override
	public String getUsername() {
		return this.email;
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.role.name()));
	}

	@Override
	public boolean isEnabled() {
		return this.enabled;
	}

	@Override
	public void eraseCredentials() {
		this.password = null;
	}

}
