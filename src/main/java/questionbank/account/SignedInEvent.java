package questionbank.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Somebody has come in. Other rooms may bring to them what their browser has kept so far.
 *
 * @param person the number of their account
 */
public record SignedInEvent(long person, HttpServletRequest request, HttpServletResponse response) {
}
