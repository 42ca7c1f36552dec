package questionbank.interview;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may see whose scorecard: all combinations. */
class ScorecardVisibilityTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			// panellist | submitted | overseer | allSubmitted | closed || others'
			// submitted | others' unsubmitted
			"false | false | false | false | false | false | false",
			"false | false | false | true  | false | false | false",
			"false | false | false | false | true  | false | false",
			"false | false | false | true  | true  | false | false",
			"false | false | true  | false | false | false | false",
			"false | false | true  | true  | false | true  | false",
			"false | false | true  | false | true  | true  | true",
			"false | false | true  | true  | true  | true  | true",
			"true  | false | false | false | false | false | false",
			"true  | false | true  | false | false | false | false",
			"true  | false | false | false | true  | false | false",
			"true  | false | true  | false | true  | false | false",
			"true  | true  | false | false | false | true  | false",
			"true  | true  | true  | false | false | true  | false",
			"true  | true  | false | true  | false | true  | false",
			"true  | true  | true  | true  | false | true  | false",
			"true  | true  | false | false | true  | true  | true",
			"true  | true  | true  | false | true  | true  | true",
			"true  | true  | false | true  | true  | true  | true",
			"true  | true  | true  | true  | true  | true  | true" })
	void includesOthersOnlyOnceTheViewerCannotBeInfluenced(boolean panellist, boolean submitted, boolean overseer,
			boolean allSubmitted, boolean closed, boolean othersSubmitted, boolean othersUnsubmitted) {
		var visibility = new ScorecardVisibility(panellist, submitted, overseer, allSubmitted, closed);
		assertThat(visibility.includesOthers()).isEqualTo(othersSubmitted);
		assertThat(visibility.includes(false, true)).isEqualTo(othersSubmitted);
		assertThat(visibility.includes(false, false)).isEqualTo(othersUnsubmitted);
		assertThat(visibility.includes(true, submitted)).isTrue();
	}

}
