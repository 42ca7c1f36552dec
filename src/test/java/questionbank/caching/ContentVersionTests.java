package questionbank.caching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

import static org.assertj.core.api.Assertions.assertThat;

class ContentVersionTests {

	private static final long RANDOM = 8_123_456_789_012_345L;

	private final AdjustableClock clock = new AdjustableClock();

	private final ContentVersion version = new ContentVersion(this.clock, builtAt("2026-01-01T00:00:00Z"));

	@Test
	void hasNoNameWithoutContent() {
		assertThat(this.version.current()).isEmpty();
		assertThat(this.version.published()).isEmpty();
		this.version.advanceTo(0, RANDOM);
		assertThat(this.version.current()).isPresent();
		assertThat(this.version.published()).isPresent();
	}

	@Test
	void keepsItsNamesWithoutAChange() {
		this.version.advanceTo(7, RANDOM);
		var current = this.version.current();
		var published = this.version.published();
		this.clock.advance(Duration.ofHours(11));
		this.version.advanceTo(7, RANDOM);
		assertThat(this.version.current()).isEqualTo(current);
		assertThat(this.version.published()).isEqualTo(published);
	}

	@Test
	void changesForReadersOnlyWithVisibleContent() {
		this.version.advanceTo(7, RANDOM);
		var current = this.version.current();
		var published = this.version.published();
		this.version.advanceTo(8, RANDOM);
		assertThat(this.version.current()).isPresent().isNotEqualTo(current);
		assertThat(this.version.published()).isEqualTo(published);
		this.version.advanceTo(9, RANDOM + 1);
		assertThat(this.version.published()).isPresent().isNotEqualTo(published);
	}

	@Test
	void hidesNumbersFromReaders() {
		this.version.advanceTo(1234567, RANDOM);
		assertThat(this.version.published().orElseThrow()).matches("[0-9a-f-]{36}")
			.doesNotContain("1234567", Long.toString(RANDOM), Long.toHexString(RANDOM));
	}

	@Test
	void isTheSameForAllInstances() {
		var other = new ContentVersion(this.clock, builtAt("2026-01-01T00:00:00Z"));
		this.version.advanceTo(6, 1);
		this.version.advanceTo(7, RANDOM);
		other.invalidate();
		other.advanceTo(9, RANDOM);
		assertThat(other.published()).isEqualTo(this.version.published());
	}

	@Test
	void isNewAfterTheContentWasInvalidated() {
		this.version.advanceTo(7, RANDOM);
		var name = this.version.current();
		this.version.invalidate();
		assertThat(this.version.current()).isEmpty();
		assertThat(this.version.published()).isEmpty();
		this.version.advanceTo(7, RANDOM);
		assertThat(this.version.current()).isPresent().isNotEqualTo(name);
	}

	@Test
	void changesForReadersAtMidnight() {
		this.version.advanceTo(7, RANDOM);
		var name = this.version.published();
		this.clock.advance(Duration.ofHours(12).minusMillis(1));
		assertThat(this.version.published()).isEqualTo(name);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.version.published()).isPresent().isNotEqualTo(name);
	}

	@Test
	void changesForReadersWithTheBuild() {
		var other = new ContentVersion(this.clock, builtAt("2026-01-01T00:00:01Z"));
		this.version.advanceTo(7, RANDOM);
		other.advanceTo(7, RANDOM);
		assertThat(other.published()).isNotEqualTo(this.version.published());
	}

	@Test
	void worksWithoutBuildProperties() {
		var unbuilt = new ContentVersion(this.clock,
				new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));
		unbuilt.advanceTo(7, RANDOM);
		assertThat(unbuilt.published()).isPresent();
	}

	private static ObjectProvider<BuildProperties> builtAt(String time) {
		var properties = new Properties();
		properties.put("time", time);
		var beans = new StaticListableBeanFactory();
		beans.addBean("build", new BuildProperties(properties));
		return beans.getBeanProvider(BuildProperties.class);
	}

	/** A clock that stands at noon until it is advanced. */
	private static final class AdjustableClock extends Clock {

		private Instant now = Instant.parse("2026-11-22T12:00:00Z");

		void advance(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

	}

}
