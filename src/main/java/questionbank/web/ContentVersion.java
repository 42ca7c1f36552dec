package questionbank.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Names the state of everything that a stranger can read, so that caches and browsers can
 * tell whether a page is still what it was. The name changes with the content, with the
 * day (UTC), and with the build that renders it.
 */
@Component
public class ContentVersion {

	private static final long UNSETTLED = -1;

	private final AtomicLong state = new AtomicLong(UNSETTLED);

	private final AtomicInteger interruptions = new AtomicInteger();

	private final Clock clock;

	private final String build;

	private volatile Name name = new Name(UNSETTLED, 0, LocalDate.MIN, "");

	ContentVersion(Clock clock, ObjectProvider<BuildProperties> build) {
		this.clock = clock;
		this.build = Long.toString(build.stream()
			.map(BuildProperties::getTime)
			.map((time) -> (time != null) ? time.toEpochMilli() : 0)
			.findAny()
			.orElse(0L), Character.MAX_RADIX);
	}

	/**
	 * Takes note that the content has reached a state.
	 * @param state a number that grows with every change, from 0; one lower than the
	 * present is ignored
	 */
	public void advanceTo(long state) {
		this.state.accumulateAndGet(state, Math::max);
	}

	/**
	 * Takes note that the content cannot be relied upon until it is next said to have
	 * reached a state, which then bears a name that no page was kept under before.
	 */
	public void unsettle() {
		if (this.state.getAndSet(UNSETTLED) != UNSETTLED) {
			this.interruptions.incrementAndGet();
		}
	}

	/**
	 * The name of the present state.
	 * @return the name, or nothing while the content is still being put together and no
	 * page is worth keeping
	 */
	public Optional<String> current() {
		var present = this.state.get();
		if (present == UNSETTLED) {
			return Optional.empty();
		}
		var day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		var interrupted = this.interruptions.get();
		var known = this.name;
		if (known.state != present || known.interrupted != interrupted || !known.day.equals(day)) {
			known = new Name(present, interrupted, day,
					present + "-" + day.toEpochDay() + "-" + this.build + "-" + interrupted);
			this.name = known;
		}
		return Optional.of(known.text);
	}

	private record Name(long state, int interrupted, LocalDate day, String text) {
	}

}
