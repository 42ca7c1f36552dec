package questionbank.home;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Shows what the program is, its version, its operator, and what it stores of people. */
@Controller
@Route(access = AccessLevel.EVERYONE)
class AboutController {

	static final String ADDRESS = "/about";

	private final ObjectProvider<BuildProperties> build;

	AboutController(ObjectProvider<BuildProperties> build) {
		this.build = build;
	}

	@GetMapping(ADDRESS)
	String show(Model model) {
		this.build.ifAvailable((properties) -> model.addAttribute("programVersion", properties.getVersion()));
		return "home/about";
	}

}
