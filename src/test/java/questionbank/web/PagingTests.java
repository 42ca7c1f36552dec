package questionbank.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTests {

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "20, 1", "21, 2", "40, 2", "41, 3", "10000, 500", "10001, 500", "9000000000, 500" })
	void hasAsManyPagesAsTheReachAllows(long total, int last) {
		assertThat(Paging.of(1, 20, total, 10_000).last()).isEqualTo(last);
	}

	@Test
	void hasNoPageBeforeTheFirstOrAfterTheLast() {
		assertThat(new Paging(1, 3).hasPrevious()).isFalse();
		assertThat(new Paging(1, 3).hasNext()).isTrue();
		assertThat(new Paging(2, 3).hasPrevious()).isTrue();
		assertThat(new Paging(3, 3).hasNext()).isFalse();
		assertThat(new Paging(3, 3).isBeyondLast()).isFalse();
		assertThat(new Paging(4, 3).isBeyondLast()).isTrue();
		assertThat(new Paging(Long.MAX_VALUE, 3).isBeyondLast()).isTrue();
	}

	@Test
	void isShownForSeveralPagesOnly() {
		assertThat(new Paging(1, 1).hasSeveral()).isFalse();
		assertThat(new Paging(1, 2).hasSeveral()).isTrue();
	}

	@Test
	void linksTheFirstTheLastAndNeighbours() {
		assertThat(new Paging(1, 1).offered()).containsExactly(1);
		assertThat(new Paging(1, 9).offered()).containsExactly(1, 2, 3, 9);
		assertThat(new Paging(5, 9).offered()).containsExactly(1, 3, 4, 5, 6, 7, 9);
		assertThat(new Paging(9, 9).offered()).containsExactly(1, 7, 8, 9);
	}

}
