package questionbank.desk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;

import static org.assertj.core.api.Assertions.assertThat;

/** Renaming and merging topics. */
@PageTest
class TopicRenamingTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	private ThreeQuestions three;

	@BeforeEach
	void addThreeQuestions() {
		this.three = ThreeQuestions.add(this.world);
	}

	@Test
	void keepsThePositionOfARenamedTopic() {
		this.pages.submitAs("Ada", "/questions/topics/renamings", Role.ADMINISTRATOR, "from", this.three.topic(), "to",
				this.three.word());
		assertThat(content(this.three.forInterviewers()).topics()).containsExactly(this.three.word(), "work");
	}

	@Test
	void renamesATopicInAllQuestionsAndMergesIt() {
		var done = this.pages.submitAs("Ada", "/questions/topics/renamings", Role.ADMINISTRATOR, "from",
				this.three.topic(), "to", "Work");
		assertThat(done.status()).isEqualTo(302);
		assertThat(content(this.three.draft()).topics()).containsExactly("work");
		assertThat(content(this.three.forInterviewers()).topics()).containsExactly("work");
		assertThat(this.pages.open("/questions/topics", Role.ADMINISTRATOR)
			.html()
			.select("option[value=" + this.three.topic() + "]")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "nothing, x, No question has the topic", "flight, '', Please write",
			"flight, ' flight', already has this name", "flight, café!, A topic has letters" })
	void rejectsInvalidRenamings(String topic, String name, String message) {
		var from = topic.replace("flight", this.three.topic());
		var to = name.replace("flight", this.three.topic());
		var page = this.pages.submit("/questions/topics/renamings", Role.ADMINISTRATOR, "from", from, "to", to);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#to-mistake")).contains(message);
		assertThat(page.one("#from option[selected]").val()).isEqualTo(from);
		assertThat(page.one("#to").val()).isEqualTo(to);
	}

	private QuestionDraft content(long id) {
		return this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
	}

}
