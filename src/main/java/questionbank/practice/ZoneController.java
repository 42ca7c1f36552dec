package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.web.AccessLevel;
import questionbank.web.Route;

/**
 * For learners: move to the time zone of the browser. A script of the practice pages does
 * so when the browser's zone is not the last known one.
 */
@Controller
@RequestMapping("/practice/zone")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class ZoneController {

	private final StudyPlans preparation;

	private final LearnerCookie cookie;

	ZoneController(StudyPlans preparation, LearnerCookie cookie) {
		this.preparation = preparation;
		this.cookie = cookie;
	}

	@PostMapping
	ResponseEntity<Void> update(LearnerIdentity who, HttpServletRequest request, HttpServletResponse response) {
		if (who.zone() == null) {
			return ResponseEntity.unprocessableContent().build();
		}
		if (!this.preparation.move(who)) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
		}
		this.cookie.keep(who, request, response);
		return ResponseEntity.noContent().build();
	}

}
