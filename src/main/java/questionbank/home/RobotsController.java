package questionbank.home;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import questionbank.caching.PubliclyCached;
import questionbank.web.BaseUrl;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves crawlers: {@code robots.txt} (RFC 9309), which names the sitemap. Crawlers read
 * it at the root of a host alone.
 */
@Controller
@Route(access = AccessLevel.EVERYONE)
class RobotsController {

	private final BaseUrl base;

	RobotsController(BaseUrl base) {
		this.base = base;
	}

	@PubliclyCached(inMemory = false)
	@GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
	@ResponseBody
	String robots(HttpServletRequest request) {
		var context = request.getContextPath();
		return "User-agent: *\nDisallow: " + context + "/questions/random\nDisallow: " + context
				+ "/practice/\n\nSitemap: " + this.base.link("/sitemap.xml").url() + "\n";
	}

}
