package questionbank.web;

import questionbank.web.Route.AccessLevel;

/** The parts of the main navigation, which rooms contribute as beans. */
public final class Navigation {

	private Navigation() {
	}

	/**
	 * A link to a section of the program.
	 *
	 * @param key the section of a {@link Route}
	 * @param label the text of the link
	 * @param address the address of the link, without the context path
	 * @param access the level that the entry is shown to
	 * @param position the position in the navigation, ascending
	 */
	public record Section(String key, String label, String address, AccessLevel access, int position) {
	}

	/**
	 * A part that is more than a link. It is rendered after the {@link Section}s.
	 *
	 * @param template the template whose fragment {@code navigation} is inserted
	 */
	public record Fragment(String template) {
	}

}
