package questionbank.interview;

import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class MatrixTests extends InterviewFixture {

	@Test
	void comparesSubmittedRatingsAndMarksDisagreements() {
		var interview = scored();
		var page = this.owner.open(interview);
		assertThat(page.texts(".matrix tbody td")).containsExactly("1", "4", "2.5 (n = 2)", "3 ◆ disagreement", "2",
				"3", "2.5 (n = 2)", "1", "not asked", "2", "2.0 (n = 1)", "–");
		assertThat(page.texts(".matrix tfoot td")).containsExactly("3", "4", "3.5 (n = 2)", "1");
	}

	@Test
	void sortsBothWaysWithMissingValuesLast() {
		var interview = scored();
		assertThat(numbers(interview + "?sort=spread")).containsExactly("2", "1", "3");
		assertThat(numbers(interview + "?sort=-spread")).containsExactly("1", "2", "3");
		assertThat(numbers(interview + "?sort=mean").get(0)).isEqualTo("3");
		assertThat(numbers(interview + "?sort=-mean").get(2)).isEqualTo("3");
		assertThat(numbers(interview + "?sort=-number")).containsExactly("3", "2", "1");
		assertThat(numbers(interview + "?sort=nonsense")).containsExactly("1", "2", "3");
		var sorted = this.owner.open(interview + "?sort=-spread");
		assertThat(sorted.text("[aria-sort=descending]")).isEqualTo("Spread");
		assertThat(sorted.links("[aria-sort] a")).containsExactly(interview + "?sort=spread");
	}

	private List<String> numbers(String address) {
		return this.owner.open(address)
			.texts(".matrix tbody th")
			.stream()
			.map((prompt) -> prompt.replaceFirst("\\..*", ""))
			.toList();
	}

	private String scored() {
		var interview = create();
		var scorecard = interview + "/scorecard";
		submit(this.owner, this.owner.open(scorecard), "rating-1", "1", "rating-2", "2", "rating-3", "not-asked",
				"recommendation", "3");
		submit(this.other, this.other.open(scorecard), "rating-1", "4", "rating-2", "3", "rating-3", "2",
				"recommendation", "4");
		return interview;
	}

}
