package questionbank.interview;

import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages need no more statements for ten questions than for one. */
@PageTest
class StatementCountTests extends InterviewFixture {

	private static final long[] TEN = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };

	@Autowired
	private EntityManagerFactory factory;

	@BeforeEach
	void enableStatistics() {
		this.factory.unwrap(SessionFactory.class).getStatistics().setStatisticsEnabled(true);
	}

	@AfterEach
	void disableStatistics() {
		this.factory.unwrap(SessionFactory.class).getStatistics().setStatisticsEnabled(false);
	}

	@Test
	void readsTheQuestionsOfAScorecardAtOnce() {
		assertSame(this::scorecard);
	}

	@Test
	void readsTheQuestionsOfAKitAtOnce() {
		assertSame((kit) -> "/kits/" + kit);
	}

	@Test
	void readsTheQuestionsOfAPrintedKitAtOnce() {
		assertSame((kit) -> "/kits/" + kit + "/print");
	}

	@Test
	void readsTheInterviewsOfAComparisonAtOnce() {
		var one = comparison(1);
		var three = comparison(3);
		assertThat(this.owner.open(three).texts(".table thead th")).hasSizeGreaterThan(3);
		assertThat(statements(() -> this.owner.open(three))).isEqualTo(statements(() -> this.owner.open(one)));
	}

	/** Compares interviews of a kit, and returns the address. */
	private String comparison(int interviews) {
		this.kit = addKit(1, 2, 3);
		for (int number = 1; number <= interviews; number++) {
			var interview = create("Candidate " + number, this.ownerAccount.email(), this.otherAccount.email());
			submitAll(this.owner, interview + "/scorecard", "3");
		}
		return "/interviews/comparison?kit=" + this.kit;
	}

	private String scorecard(long kit) {
		this.kit = kit;
		return create("Kim", this.ownerAccount.email()) + "/scorecard";
	}

	private void assertSame(LongFunction<String> address) {
		var one = address.apply(addKit(1));
		var ten = address.apply(addKit(TEN));
		assertThat(statements(() -> this.owner.open(ten))).isEqualTo(statements(() -> this.owner.open(one)));
	}

	/** Counts the least of three attempts: background work adds statements. */
	private long statements(Supplier<HtmlPage> request) {
		var statistics = this.factory.unwrap(SessionFactory.class).getStatistics();
		var counts = new long[3];
		Arrays.setAll(counts, (index) -> {
			var before = statistics.getPrepareStatementCount();
			assertThat(request.get().status()).isEqualTo(200);
			return statistics.getPrepareStatementCount() - before;
		});
		return Arrays.stream(counts).min().orElseThrow();
	}

}
