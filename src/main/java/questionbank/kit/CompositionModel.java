package questionbank.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

import questionbank.kit.Composition.Composed;
import questionbank.kit.Composition.MissingQuestions;
import questionbank.kit.Composition.Shortage;
import questionbank.kit.Composition.SlotTooShort;
import questionbank.question.Difficulty;
import questionbank.question.QuestionCatalogue;

/** Composes kits, and fills the model of the page that proposes them. */
@Component
class CompositionModel {

	private static final String FORM = "form";

	private static final KitComposer COMPOSER = new KitComposer(Arrays.stream(Difficulty.values())
		.collect(Collectors.toMap(Function.identity(), KitQuestion::defaultMinutes)));

	private final QuestionPool pool;

	private final PinnedQuestions questions;

	private final QuestionCatalogue catalogue;

	CompositionModel(QuestionPool pool, PinnedQuestions questions, QuestionCatalogue catalogue) {
		this.pool = pool;
		this.questions = questions;
		this.catalogue = catalogue;
	}

	/** Shows a form without a proposal. */
	String form(CompositionForm form, Model model) {
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, new BeanPropertyBindingResult(form, FORM));
		return view(model);
	}

	String view(Model model) {
		model.addAttribute("topics", this.catalogue.overview(PinnedQuestions.INTERVIEWER).topics());
		return "kit/composition";
	}

	/**
	 * Composes the forms of a valid profile, with the same result for the same proposal
	 * as long as the bank and what was asked are the same.
	 * @return {@code null} if the form is invalid; if no kit can be composed, the form is
	 * rejected too
	 */
	@Nullable Composition propose(CompositionForm form, Errors errors, Model model) {
		var pool = this.pool.read();
		var topics = pool.stream().flatMap((question) -> question.topics().stream()).collect(Collectors.toSet());
		form.check(topics, errors);
		if (errors.hasErrors()) {
			return null;
		}
		var composition = COMPOSER.compose(form.profile(), pool, new Random(form.proposal()));
		if (composition instanceof Composed composed) {
			model.addAttribute("proposals", proposals(composed.forms()));
			model.addAttribute("nextProposal", form.proposal() + 1);
			model.addAttribute("proved", new TreeSet<>(form.topic()));
		}
		else if (composition instanceof Shortage shortage) {
			errors.reject("shortage", message(shortage));
		}
		else if (composition instanceof SlotTooShort tooShort) {
			errors.rejectValue("minutes", "short",
					"These questions take at least %d minutes.".formatted(tooShort.minutes()));
		}
		return composition;
	}

	/** Returns the drafts of the kits of a composition. */
	List<KitDraft> drafts(CompositionForm form, Composed composed) {
		return IntStream.range(0, composed.forms().size())
			.mapToObj((at) -> new KitDraft(form.titleOf(at), "", "", form.profile().minutes(),
					pinned(composed.forms().get(at))))
			.toList();
	}

	private List<KitQuestion> pinned(EquivalentForm form) {
		return form.questions()
			.stream()
			.flatMap((planned) -> this.questions.find(planned.question().id())
				.map((present) -> PinnedQuestions.pin(present).planned(planned.minutes()))
				.stream())
			.toList();
	}

	private List<Proposal> proposals(List<EquivalentForm> forms) {
		return IntStream.range(0, forms.size())
			.mapToObj((at) -> new Proposal((forms.size() == 1) ? "" : "Form " + (char) ('A' + at),
					this.questions.read(pinned(forms.get(at))), forms.get(at).difficulties(), forms.get(at).topics(),
					forms.get(at).minutes(), forms.get(at).expectedMinutes(), forms.get(at).neverAsked()))
			.toList();
	}

	private static String message(Shortage shortage) {
		return shortage.missing()
			.stream()
			.map(CompositionModel::message)
			.collect(Collectors.joining(", ", "The bank has too few questions that are no near-duplicates. Missing"
					+ (shortage.minimal() ? ": " : ", at most: "), "."));
	}

	private static String message(MissingQuestions missing) {
		var topics = String.join(" and ", missing.topics()).replace('-', ' ');
		return missing.number() + " " + missing.difficulty().slug()
				+ ((missing.number() == 1) ? " question" : " questions") + (topics.isEmpty() ? "" : " on " + topics);
	}

	/**
	 * A proposed kit with the figures that prove its balance.
	 *
	 * @param name the name of the form; empty if there is one only
	 * @param expectedMinutes the time that questions of these difficulties usually take
	 */
	record Proposal(String name, List<PinnedQuestion> questions, Map<Difficulty, Integer> difficulties,
			Map<String, Integer> topics, int minutes, int expectedMinutes, int neverAsked) {
	}

}
