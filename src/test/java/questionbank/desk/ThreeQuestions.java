package questionbank.desk;

import questionbank.World;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;

/**
 * Three questions of different status, audience and difficulty.
 *
 * @param word a word of all three prompts: retired questions of earlier tests stay on the
 * desk
 * @param topic a topic of the first two: renamings remain in the log after a test
 */
record ThreeQuestions(String word, String topic, long draft, long forInterviewers, long hard) {

	static ThreeQuestions add(World world) {
		var word = Words.unheard();
		var topic = Words.unheard();
		return new ThreeQuestions(word, topic,
				world.add(World.question("Whatever is a " + word + "?", Difficulty.EASY, "It flies.", topic)
					.as(QuestionStatus.DRAFT)),
				world.add(World.question("Who steers a " + word + "?", Difficulty.MEDIUM, "A pilot.", topic, "work")
					.meantFor(Audience.INTERVIEWERS)),
				world.add(World.question("Why a " + word + "?", Difficulty.HARD, "For the view.", "view")));
	}

}
