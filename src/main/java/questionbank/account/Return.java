package questionbank.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Somebody whose visits have all ended is to be let in again, in this browser alone.
 *
 * @param person the number of their account
 */
public record Return(long person, HttpServletRequest request, HttpServletResponse response) {
}
