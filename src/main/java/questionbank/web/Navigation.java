package questionbank.web;

import questionbank.web.Route.AccessLevel;

/** A part of the main navigation, contributed by a room as a bean. */
public sealed interface Navigation {

	/**
	 * A link to a section of the program.
	 *
	 * @param key the section of a {@link Route}
	 * @param label the text of the link
	 * @param address the address of the link, without the context path
	 * @param access the level that the entry is shown to
	 * @param position the position in the navigation, ascending
	 */
	record Section(String key, String label, String address, AccessLevel access, int position) implements Navigation {
	}

	/**
	 * A part that is more than a link. It is rendered after the {@link Section}s.
	 *
	 * @param template the template whose fragment {@code navigation} is inserted
	 */
	record Fragment(String template) implements Navigation {
	}

}
