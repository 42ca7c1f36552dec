package questionbank.question;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.SimpleErrors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.caching.PubliclyCached;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Markdown;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: shows a question, with its neighbours in the list it was opened from.
 */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.EVERYONE, section = "questions", subject = "question")
class QuestionController {

	private static final int RELATED = 4;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final QuestionNavigation navigation;

	QuestionController(QuestionBank bank, QuestionCatalogue catalogue, QuestionNavigation navigation) {
		this.bank = bank;
		this.catalogue = catalogue;
		this.navigation = navigation;
	}

	@PubliclyCached
	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @ModelAttribute("query") QuestionQuery query, Viewer viewer, Model model) {
		var question = this.bank.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		// The question is shown whatever is wrong with the list.
		var errors = new SimpleErrors(query);
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		var list = errors.hasErrors() ? QuestionQuery.ALL : query;
		var neighbours = this.catalogue.neighbours(id, this.catalogue.filter(list), viewer);
		model.addAttribute("origin", list);
		model.addAttribute("back",
				list.page(neighbours.map(Slice.Neighbours::position).map(QuestionController::pageOf).orElse(1L)));
		model.addAttribute("neighbours", neighbours.orElse(null));
		model.addAttribute("question", question);
		this.navigation.addTo(model, Place.QUESTION, Place.QUESTION_FOOT);
		model.addAttribute("answer", Markdown.toHtml(question.content().sampleAnswer()));
		model.addAttribute("answerText", Markdown.toText(question.content().sampleAnswer()).strip());
		model.addAttribute("summary", summary(question.content()));
		model.addAttribute("related", this.catalogue.related(question, viewer, RELATED));
		return "question/show";
	}

	/** Describes a question for search engines and link previews, without its answer. */
	private static String summary(QuestionDraft content) {
		var topics = content.topics().stream().map((topic) -> topic.replace('-', ' ')).toList();
		return "A " + content.difficulty().slug() + " interview question"
				+ (topics.isEmpty() ? "" : " about " + String.join(", ", topics))
				+ ", with a sample answer, key points and follow-up questions.";
	}

	/** Returns the page of a list with a position, or the last that can be opened. */
	private static long pageOf(long position) {
		return (Math.min(position, QuestionCatalogue.REACH) - 1) / QuestionListController.PAGE_SIZE + 1;
	}

}
