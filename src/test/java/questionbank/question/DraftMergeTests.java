package questionbank.question;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import questionbank.question.QuestionDraft.Field;

import static org.assertj.core.api.Assertions.assertThat;

class DraftMergeTests {

	private static final QuestionDraft BASE = new QuestionDraft("Base?", Difficulty.EASY, "Base.", List.of("base"),
			List.of("Base?"), List.of("base"), QuestionStatus.DRAFT, Audience.EVERYONE, "base");

	private static final QuestionDraft THEIRS = new QuestionDraft("Theirs?", Difficulty.MEDIUM, "Theirs.",
			List.of("theirs"), List.of("Theirs?"), List.of("theirs"), QuestionStatus.PUBLISHED, Audience.INTERVIEWERS,
			"theirs");

	private static final QuestionDraft MINE = new QuestionDraft("Mine?", Difficulty.HARD, "Mine.", List.of("mine"),
			List.of("Mine?"), List.of("mine"), QuestionStatus.RETIRED, Audience.INTERVIEWERS, "mine");

	@ParameterizedTest
	@EnumSource
	void keepsTheirChange(Field field) {
		var merge = new DraftMerge(BASE, only(field, THEIRS), BASE);
		assertThat(merge.conflicts()).isEmpty();
		assertThat(merge.kept()).containsExactly(field);
		assertThat(merge.merged()).isEqualTo(only(field, THEIRS));
	}

	@ParameterizedTest
	@EnumSource
	void takesMyChange(Field field) {
		var others = QuestionDraft.combined((one) -> (one == field) ? BASE : THEIRS);
		var merge = new DraftMerge(BASE, others, only(field, MINE));
		assertThat(merge.conflicts()).isEmpty();
		assertThat(merge.merged()).isEqualTo(QuestionDraft.combined((one) -> (one == field) ? MINE : THEIRS));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUDIENCE")
	void reportsAConflictIfBothChangedAField(Field field) {
		var merge = new DraftMerge(BASE, only(field, THEIRS), only(field, MINE));
		assertThat(merge.conflicts()).containsExactly(field);
		assertThat(merge.kept()).isEmpty();
		assertThat(merge.merged()).isEqualTo(only(field, MINE));
	}

	@ParameterizedTest
	@EnumSource
	void reportsNoConflictIfBothMadeTheSameChange(Field field) {
		var merge = new DraftMerge(BASE, only(field, THEIRS), only(field, THEIRS));
		assertThat(merge.conflicts()).isEmpty();
		assertThat(merge.kept()).isEmpty();
	}

	@Test
	void ignoresTheOrderOfTopics() {
		var one = topics("a", "b");
		var other = topics("b", "a");
		assertThat(one.differences(other)).isEmpty();
		assertThat(new DraftMerge(one, topics("a", "c"), other).conflicts()).isEmpty();
	}

	@Test
	void comparesEveryField() {
		assertThat(BASE.differences(THEIRS)).isEqualTo(Set.of(Field.values()));
	}

	private static QuestionDraft only(Field field, QuestionDraft changed) {
		return QuestionDraft.combined((one) -> (one == field) ? changed : BASE);
	}

	private static QuestionDraft topics(String... topics) {
		return new QuestionDraft("Base?", Difficulty.EASY, "", List.of(), List.of(), List.of(topics),
				QuestionStatus.DRAFT, Audience.EVERYONE, "");
	}

}
