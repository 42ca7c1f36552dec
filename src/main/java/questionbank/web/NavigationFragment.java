package questionbank.web;

/**
 * A part of the navigation that is more than a link, contributed by a room as a bean. It
 * is rendered after the {@link Section}s.
 *
 * @param template the template whose fragment {@code navigation} is inserted
 */
public record NavigationFragment(String template) {
}
