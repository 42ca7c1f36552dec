package questionbank.web;

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

	private final Hands clock = new Hands();

	private final ContentVersion version = new ContentVersion(this.clock, builtAt("2026-01-01T00:00:00Z"));

	@Test
	void hasNoNameUntilThereIsContent() {
		assertThat(this.version.current()).isEmpty();
		this.version.advanceTo(0);
		assertThat(this.version.current()).isPresent();
	}

	@Test
	void staysTheSameWhileNothingChanges() {
		this.version.advanceTo(7);
		var name = this.version.current();
		this.clock.pass(Duration.ofHours(11));
		this.version.advanceTo(7);
		assertThat(this.version.current()).isEqualTo(name);
	}

	@Test
	void changesWithTheContent() {
		this.version.advanceTo(7);
		var name = this.version.current();
		this.version.advanceTo(8);
		assertThat(this.version.current()).isPresent().isNotEqualTo(name);
	}

	@Test
	void neverGoesBack() {
		this.version.advanceTo(8);
		var name = this.version.current();
		this.version.advanceTo(7);
		assertThat(this.version.current()).isEqualTo(name);
	}

	@Test
	void changesAtMidnight() {
		this.version.advanceTo(7);
		var name = this.version.current();
		this.clock.pass(Duration.ofHours(12).minusMillis(1));
		assertThat(this.version.current()).isEqualTo(name);
		this.clock.pass(Duration.ofMillis(1));
		assertThat(this.version.current()).isPresent().isNotEqualTo(name);
	}

	@Test
	void changesWithTheBuild() {
		var other = new ContentVersion(this.clock, builtAt("2026-01-01T00:00:01Z"));
		this.version.advanceTo(7);
		other.advanceTo(7);
		assertThat(other.current()).isNotEqualTo(this.version.current());
	}

	@Test
	void standsABuildThatIsNotKnown() {
		var unbuilt = new ContentVersion(this.clock,
				new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));
		unbuilt.advanceTo(7);
		assertThat(unbuilt.current()).isPresent();
	}

	private static ObjectProvider<BuildProperties> builtAt(String time) {
		var properties = new Properties();
		properties.put("time", time);
		var beans = new StaticListableBeanFactory();
		beans.addBean("build", new BuildProperties(properties));
		return beans.getBeanProvider(BuildProperties.class);
	}

	/** Stands at noon until it is moved. */
	private static final class Hands extends Clock {

		private Instant now = Instant.parse("2026-11-22T12:00:00Z");

		void pass(Duration time) {
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
