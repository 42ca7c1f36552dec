package questionbank.home;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.account.Viewer;
import questionbank.caching.PubliclyCached;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionFilter;
import questionbank.question.QuestionFilter.Sort;
import questionbank.web.BaseUrl;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: the Atom feed (RFC 4287) of the newest questions, to which all pages
 * link. It is written by the JDK's XML writer: a library for feeds brings a model of all
 * their formats, of which this is one short document.
 */
@Controller
@ControllerAdvice
@Route(access = AccessLevel.EVERYONE)
class FeedController {

	private static final String ADDRESS = "/feed.atom";

	private static final int LENGTH = 30;

	private static final QuestionFilter NEWEST = new QuestionFilter("", Set.of(), Set.of(), Sort.NEWEST);

	private final QuestionCatalogue catalogue;

	private final QuestionBank bank;

	private final BaseUrl base;

	FeedController(QuestionCatalogue catalogue, QuestionBank bank, BaseUrl base) {
		this.catalogue = catalogue;
		this.bank = bank;
		this.base = base;
	}

	/** Returns the address of the feed, to which the layout links. */
	@ModelAttribute("feedAddress")
	String feedAddress() {
		return ADDRESS;
	}

	@PubliclyCached(inMemory = false)
	@GetMapping(ADDRESS)
	void feed(HttpServletResponse response) throws IOException {
		var questions = this.catalogue.numbers(NEWEST, Viewer.ANONYMOUS, LENGTH)
			.stream()
			.map((id) -> this.bank.find(id, Viewer.ANONYMOUS))
			.flatMap(Optional::stream)
			.toList();
		var updated = questions.stream()
			.map(QuestionDetails::changedAt)
			.max(Comparator.naturalOrder())
			.orElse(Instant.EPOCH);
		var self = this.base.link(ADDRESS).url();
		XmlDocument.write(response, "application/atom+xml", "feed", "http://www.w3.org/2005/Atom", (xml) -> {
			xml.element("title", "Question Bank: new questions");
			xml.element("id", self);
			xml.empty("link", "rel", "self", "href", self);
			xml.empty("link", "href", this.base.link("/questions").url() + "?sort=newest");
			xml.element("updated", updated.toString());
			xml.element("author", (author) -> author.element("name", "Question Bank"));
			for (var question : questions) {
				xml.element("entry", (entry) -> write(entry, question));
			}
		});
	}

	private void write(XmlDocument entry, QuestionDetails question) throws XMLStreamException {
		var address = this.base.link("/questions/" + question.id()).url();
		entry.element("title", question.content().prompt());
		entry.element("id", address);
		entry.empty("link", "href", address);
		entry.element("updated", question.changedAt().toString());
		entry.element("summary",
				"A " + question.content().difficulty().slug() + " interview question with a sample answer.");
		for (var topic : question.content().topics()) {
			entry.empty("category", "term", topic);
		}
	}

}
