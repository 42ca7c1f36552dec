package questionbank.home;

import java.io.IOException;

import javax.xml.stream.XMLStreamException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import questionbank.account.Viewer;
import questionbank.caching.PubliclyCached;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.web.BaseUrl;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves crawlers: the sitemap (https://www.sitemaps.org) of the questions and topics
 * that everyone may see. A sitemap may have 50,000 addresses: with more questions, it is
 * an index of parts, each of a range of numbers.
 */
@Controller
@Route(access = AccessLevel.EVERYONE)
class SitemapController {

	/** The questions of a part, which leaves room for topics and other pages. */
	static final int PART = 45_000;

	/** Questions are read in batches, so that no slow client holds a connection. */
	private static final int BATCH = 5_000;

	private static final String TYPE = "application/xml";

	private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final BaseUrl base;

	SitemapController(QuestionBank bank, QuestionCatalogue catalogue, BaseUrl base) {
		this.bank = bank;
		this.catalogue = catalogue;
		this.base = base;
	}

	@PubliclyCached(inMemory = false)
	@GetMapping("/sitemap.xml")
	void sitemap(HttpServletResponse response) throws IOException {
		var last = this.bank.lastPublished();
		if (last <= PART) {
			writePart(1, response);
			return;
		}
		var site = site();
		XmlDocument.write(response, TYPE, "sitemapindex", NAMESPACE, (xml) -> {
			for (long part = 1; part <= (last - 1) / PART + 1; part++) {
				var address = site + "/sitemap-" + part + ".xml";
				xml.element("sitemap", (entry) -> entry.element("loc", address));
			}
		});
	}

	@PubliclyCached(inMemory = false)
	@GetMapping("/sitemap-{part:[1-9][0-9]{0,8}}.xml")
	void part(@PathVariable long part, HttpServletResponse response) throws IOException {
		writePart(part, response);
	}

	private void writePart(long part, HttpServletResponse response) throws IOException {
		var site = site();
		XmlDocument.write(response, TYPE, "urlset", NAMESPACE, (xml) -> {
			if (part == 1) {
				writePages(xml, site);
			}
			writeQuestions(xml, site, (part - 1) * PART, part * PART);
		});
	}

	private void writePages(XmlDocument xml, String site) throws XMLStreamException {
		xml.element("url", (entry) -> entry.element("loc", site + "/"));
		xml.element("url", (entry) -> entry.element("loc", site + "/questions"));
		for (var topic : this.catalogue.overview(Viewer.ANONYMOUS).topics().keySet()) {
			xml.element("url", (entry) -> entry.element("loc", site + "/questions?topic=" + topic));
		}
	}

	private void writeQuestions(XmlDocument xml, String site, long after, long upTo) throws XMLStreamException {
		var last = after;
		for (var batch = this.bank.published(last, upTo, BATCH); !batch.isEmpty(); batch = this.bank.published(last,
				upTo, BATCH)) {
			for (var question : batch) {
				xml.element("url", (entry) -> {
					entry.element("loc", site + "/questions/" + question.id());
					entry.element("lastmod", question.changedAt().toString());
				});
				last = question.id();
			}
		}
	}

	private String site() {
		return this.base.link("/").url().replaceFirst("/$", "");
	}

}
