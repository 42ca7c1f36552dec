package questionbank.web;

/**
 * An entry of the main navigation, contributed by a room as a bean.
 *
 * @param key the section of a {@link Route}
 * @param label the text of the link
 * @param address the address of the link, without the context path
 * @param access the level that the entry is shown to
 * @param position the position in the navigation, ascending
 */
public record Section(String key, String label, String address, AccessLevel access, int position) {
}
