package questionbank.kit;

/**
 * A part of the page of a kit, contributed as a bean by a room that offers something to
 * do with kits.
 *
 * @param template the template whose fragment {@code kit} is inserted; it reads the
 * attribute {@code kit}
 */
public record KitFragment(String template) {
}
