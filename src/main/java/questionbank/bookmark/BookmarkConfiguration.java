package questionbank.bookmark;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.practice.LearnerCookie;
import questionbank.practice.Learners;
import questionbank.question.QuestionFilter.PersonalFilter;
import questionbank.question.QuestionFilter.Subset;
import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Route.AccessLevel;

/** Adds this room to the pages and lists of questions. */
@Configuration(proxyBeanMethods = false)
class BookmarkConfiguration {

	private static final String TEMPLATE = "bookmark/_fragments";

	@Bean
	QuestionFragment bookmarkQuestionFragment() {
		return new QuestionFragment(Place.QUESTION, TEMPLATE, AccessLevel.EVERYONE, 30);
	}

	@Bean
	QuestionFragment bookmarkFootFragment() {
		return new QuestionFragment(Place.QUESTION_FOOT, TEMPLATE, AccessLevel.EVERYONE, 5);
	}

	@Bean
	QuestionFragment bookmarkEntryFragment() {
		return new QuestionFragment(Place.ENTRY, TEMPLATE, AccessLevel.EVERYONE, 10);
	}

	@Bean
	QuestionFragment bookmarkListFragment() {
		return new QuestionFragment(Place.LIST, TEMPLATE, AccessLevel.EVERYONE, 30);
	}

	@Bean
	Learners.Data bookmarkData(Bookmarks bookmarks) {
		return new Learners.Data("bookmarks", bookmarks::move, bookmarks::count, bookmarks::export);
	}

	/** Finds the starred questions of the current learner. */
	@Bean
	PersonalFilter starredFilter(Bookmarks bookmarks, Learners learners, LearnerCookie cookie,
			ObjectProvider<HttpServletRequest> request) {
		return new PersonalFilter("starred",
				(value) -> learners.findId(cookie.identify(request.getObject()))
					.map(bookmarks::findStarred)
					.orElse(Subset.of(List.of())));
	}

}
