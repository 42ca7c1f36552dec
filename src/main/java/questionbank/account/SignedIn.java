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
 * What a session knows of the person whose it is. It is stored with the session, so that
 * fields are only ever added; the password is not.
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

	private SignedIn(SignedIn before, String name) {
		this.id = before.id;
		this.email = before.email;
		this.name = name;
		this.role = before.role;
		this.enabled = before.enabled;
		this.generation = before.generation;
	}

	/** The same person, who is called something else now. */
	SignedIn renamed(String changed) {
		return new SignedIn(this, changed);
	}

	/**
	 * The person as Spring Security knows who has shown who they are.
	 * @throws DisabledException if the account is closed
	 */
	Authentication authentication() {
		if (!this.enabled) {
			throw new DisabledException("The account is closed");
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
