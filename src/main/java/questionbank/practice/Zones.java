package questionbank.practice;

import java.time.DateTimeException;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/** Time zones as browsers name them. */
final class Zones {

	private static final int LONGEST = 60;

	private Zones() {
	}

	/** Returns the zone of a name, or {@code null} where there is none. */
	static @Nullable ZoneId find(@Nullable String name) {
		if (name == null || name.isBlank() || name.length() > LONGEST) {
			return null;
		}
		try {
			return ZoneId.of(name.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
