package questionbank.bookmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import questionbank.practice.LearnerIdentity;
import questionbank.practice.Learners;
import questionbank.question.QuestionBank;

/** Fills the models of the pages and fragments of bookmarks. */
@Component
class BookmarkModel {

	/** The maximum number of questions of a request. */
	private static final int MAX_QUESTIONS = 100;

	private final Bookmarks bookmarks;

	private final Learners learners;

	private final QuestionBank bank;

	BookmarkModel(Bookmarks bookmarks, Learners learners, QuestionBank bank) {
		this.bookmarks = bookmarks;
		this.learners = learners;
		this.bank = bank;
	}

	/** Adds the bookmarks and the practice of some questions; none without a learner. */
	void addRows(List<String> questions, LearnerIdentity identity, Model model) {
		var learner = this.learners.findId(identity);
		var ids = questions.stream()
			.filter((id) -> learner.isPresent() && id.matches("[0-9]{1,18}"))
			.map(Long::valueOf)
			.distinct()
			.limit(MAX_QUESTIONS)
			.toList();
		var found = learner.map((id) -> this.bookmarks.find(id, ids)).orElse(Map.of());
		model.addAttribute("bookmarks", ids.stream().map((id) -> found.getOrDefault(id, Bookmark.none(id))).toList());
		model.addAttribute("practised", this.learners.findPractised(identity, ids));
	}

	/**
	 * Adds the bookmark and the practice of a question.
	 * @throws ResponseStatusException with 404 if the viewer cannot see the question
	 */
	Bookmark addTo(Model model, long id, LearnerIdentity identity) {
		var learner = this.learners.findId(identity);
		var bookmark = learner.flatMap((found) -> Optional.ofNullable(this.bookmarks.find(found, List.of(id)).get(id)))
			.orElse(Bookmark.none(id));
		model.addAttribute("question", this.bank.find(id, identity.viewer())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		model.addAttribute("bookmark", bookmark);
		model.addAttribute("learner", learner.isPresent());
		model.addAttribute("practised", this.learners.findPractised(identity, List.of(id)).get(id));
		return bookmark;
	}

}
