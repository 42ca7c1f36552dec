package questionbank.caching;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Version of the content, by which caches are invalidated. It has two names: one for
 * caches of this process, which changes with every revision, and one for pages of
 * anonymous readers, which changes only with the content visible to them.
 */
@Component
public class ContentVersion {

	private final AtomicInteger invalidations = new AtomicInteger();

	private final Clock clock;

	private final String build;

	private volatile @Nullable State state;

	private volatile Name name = new Name(0, LocalDate.MIN, "");

	ContentVersion(Clock clock, ObjectProvider<BuildProperties> build) {
		this.clock = clock;
		this.build = build.stream().map((properties) -> String.valueOf(properties.getTime())).findAny().orElse("");
	}

	/**
	 * Sets the state that the content has reached.
	 * @param revision the highest revision id
	 * @param published a random number that is renewed with each change that anonymous
	 * readers can see
	 */
	public void advanceTo(long revision, long published) {
		this.state = new State(revision, published, this.invalidations.get());
	}

	/**
	 * Invalidates all caches, because the content is incomplete or may be wrong, until
	 * the next {@link #advanceTo}.
	 */
	public void invalidate() {
		this.invalidations.incrementAndGet();
		this.state = null;
	}

	/**
	 * Returns the name for all content, regardless of visibility. It is not used again in
	 * this process after the content was {@linkplain #invalidate invalidated}.
	 * @return the name, or empty while the content is incomplete and nothing derived from
	 * it should be cached
	 */
	public Optional<String> current() {
		return Optional.ofNullable(this.state).map((state) -> state.revision + "-" + state.invalidations);
	}

	/**
	 * Returns the name for pages of anonymous readers. It depends on the content visible
	 * to them, the day (UTC) and the build. It is the same for all instances on a
	 * database, and reveals nothing about other content.
	 * @return the name, in letters, digits and hyphens; empty while the content is
	 * incomplete and no page should be cached
	 */
	Optional<String> published() {
		return Optional.ofNullable(this.state).map((state) -> published(state.published));
	}

	private String published(long state) {
		var day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		var cached = this.name;
		if (cached.state != state || !cached.day.equals(day)) {
			var source = state + " " + day + " " + this.build;
			cached = new Name(state, day, UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString());
			this.name = cached;
		}
		return cached.text;
	}

	private record State(long revision, long published, int invalidations) {
	}

	private record Name(long state, LocalDate day, String text) {
	}

}
