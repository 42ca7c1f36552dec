package questionbank.practice;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Time zones as browsers name them. */
final class Zones {

	private static final int LONGEST = 60;

	private Zones() {
	}

	/** The zone of that name, or UTC where it is none. */
	static ZoneId of(@Nullable String name) {
		return Objects.requireNonNullElse(find(name), ZoneOffset.UTC);
	}

	/** The zone of that name, or {@code null} where it is none. */
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
