package questionbank.account;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
