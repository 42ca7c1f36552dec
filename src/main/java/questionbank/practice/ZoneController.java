package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: changes the learner's time zone to that of the browser. A script of
 * the practice pages calls it if the browser's zone is not the last known one.
 */
@Controller
@RequestMapping("/practice/zone")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class ZoneController {

	private final StudyPlans studyPlans;

	private final LearnerCookie cookie;

	ZoneController(StudyPlans studyPlans, LearnerCookie cookie) {
		this.studyPlans = studyPlans;
		this.cookie = cookie;
	}

	@PostMapping
	ResponseEntity<Void> update(LearnerIdentity identity, HttpServletRequest request, HttpServletResponse response) {
		if (identity.zone() == null) {
			return ResponseEntity.unprocessableContent().build();
		}
		if (!this.studyPlans.updateZone(identity)) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
		}
		this.cookie.keep(identity, request, response);
		return ResponseEntity.noContent().build();
	}

}
