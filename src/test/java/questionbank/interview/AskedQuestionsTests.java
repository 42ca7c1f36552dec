package questionbank.interview;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;

import static org.assertj.core.api.Assertions.assertThat;

/** What interviews tell the bank: how often its questions were asked. */
@PageTest
class AskedQuestionsTests extends InterviewFixture {

	@Autowired
	private World world;

	@Test
	void showTheirUseToInterviewersAlone() {
		var question = this.world.add(World.question("What is a hawser?", "A thick rope."));
		var address = "/questions/" + question;
		assertThat(this.owner.open(address).text("main")).contains("Never asked in an interview.");
		this.kit = addKit(question);
		this.date = today();
		var last = "last on " + DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(this.date);
		create("Kim", this.ownerAccount.email());
		assertThat(this.owner.open(address).text("main")).contains("Asked once, " + last);
		create("Lee", this.ownerAccount.email());
		assertThat(this.owner.open(address).text("main")).contains("Asked 2 times, " + last);
		assertThat(this.pages.open(address).text("main")).doesNotContain("Asked", "asked");
	}

	@Test
	void doNotCountPlannedInterviews() {
		var question = this.world.add(World.question("What is a hawser?", "A thick rope."));
		this.kit = addKit(question);
		this.date = today().plusDays(2);
		create("Kim", this.ownerAccount.email());
		assertThat(this.owner.open("/questions/" + question).text("main")).contains("Never asked in an interview.");
		this.clock.advance(Duration.ofDays(2));
		assertThat(this.owner.open("/questions/" + question).text("main")).contains("Asked once");
	}

	@Test
	void areAColumnOfTheDesk() {
		var once = this.world.add(World.question("What is a hawser?", "A thick rope."));
		var twice = this.world.add(World.question("Who ties a bowline?", "A sailor."));
		var planned = this.world.add(World.question("Who hoists a sail?", "A sailor."));
		this.kit = addKit(once, twice);
		this.date = today();
		create("Kim", this.ownerAccount.email());
		this.kit = addKit(twice);
		create("Lee", this.ownerAccount.email());
		this.kit = addKit(planned);
		this.date = today().plusDays(30);
		create("Max", this.ownerAccount.email());
		this.clock.advance(Duration.ofHours(2));
		var counts = new LinkedHashMap<Long, Long>();
		this.pages.open("/questions/desk?by=-asked&status=published", Role.ADMINISTRATOR)
			.html()
			.select(".table tbody tr")
			.forEach((row) -> counts.put(Long.valueOf(row.select("td:nth-child(2)").text()),
					Long.valueOf(row.select("td[data-name=Asked]").text().replace(",", ""))));
		assertThat(counts).containsEntry(once, 1L).containsEntry(twice, 2L).containsEntry(planned, 0L);
		assertThat(counts.keySet()).containsSubsequence(twice, once, planned);
		assertThat(List.copyOf(counts.values())).isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void comeAfterThoseNeverAskedInAComposition() {
		var asked = this.world.add(World.question("What is a hawser?", Difficulty.HARD, "A thick rope.", "ropes"));
		var fresh = this.world.add(World.question("Who ties a bowline?", Difficulty.HARD, "A sailor.", "ropes"));
		this.kit = addKit(asked);
		create("Kim", this.ownerAccount.email());
		var proposed = this.owner.open("/kits/composition?minutes=20&hard=1&topic=ropes");
		assertThat(proposed.links(".proposals .picked > li > a")).containsExactly("/questions/" + fresh);
		assertThat(proposed.text(".proof tr:has(th:contains(Never asked)) td")).isEqualTo("1");
	}

	@Test
	void startFromTheirKit() {
		var kit = this.owner.open("/kits/" + this.kit);
		assertThat(kit.links("a:contains(Plan an interview)")).containsExactly("/interviews/new?kit=" + this.kit);
	}

}
