package questionbank.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import questionbank.web.ErrorCode;

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
	 * @return empty if the form is invalid; also if no kit can be composed, or not the
	 * one that was shown, and then the form is rejected
	 */
	List<Proposal> propose(CompositionForm form, Errors errors, Model model) {
		if (errors.hasErrors()) {
			return List.of();
		}
		var pool = this.pool.read();
		var topics = pool.stream().flatMap((question) -> question.topics().stream()).collect(Collectors.toSet());
		form.check(topics, errors);
		if (errors.hasErrors()) {
			return List.of();
		}
		var composition = COMPOSER.compose(form.profile(), pool, new Random(form.proposal()));
		if (composition instanceof Composed composed) {
			return propose(form, composed, errors, model);
		}
		if (composition instanceof Shortage shortage) {
			errors.reject("shortage", message(shortage));
		}
		else if (composition instanceof SlotTooShort tooShort) {
			errors.rejectValue("minutes", "short",
					"These questions take at least %d minutes.".formatted(tooShort.minutes()));
		}
		return List.of();
	}

	private List<Proposal> propose(CompositionForm form, Composed composed, Errors errors, Model model) {
		var proposals = proposals(composed.forms());
		var shown = fingerprint(proposals);
		model.addAttribute("proposals", proposals);
		model.addAttribute("shown", shown);
		model.addAttribute("nextProposal", form.proposal() + 1);
		model.addAttribute("balanced", new TreeSet<>(form.topic()));
		if (!form.shown().isEmpty() && !form.shown().equals(shown)) {
			errors.reject(ErrorCode.CONFLICT, "Nothing is saved: questions were changed or asked since this proposal. "
					+ "Please check the new one below.");
			return List.of();
		}
		return proposals;
	}

	/** Returns the drafts of the proposed kits. */
	static List<KitDraft> drafts(CompositionForm form, List<Proposal> proposals) {
		return IntStream.range(0, proposals.size())
			.mapToObj((at) -> new KitDraft(form.titleOf(at), "", "", form.profile().minutes(),
					proposals.get(at).questions().stream().map(PinnedQuestion::pinned).toList()))
			.toList();
	}

	private List<Proposal> proposals(List<EquivalentForm> forms) {
		return IntStream.range(0, forms.size())
			.mapToObj((at) -> new Proposal((forms.size() == 1) ? "" : "Form " + (char) ('A' + at),
					forms.get(at).questions().stream().flatMap((planned) -> pinned(planned).stream()).toList(),
					forms.get(at).difficulties(), forms.get(at).topics(), forms.get(at).minutes(),
					forms.get(at).expectedMinutes(), forms.get(at).neverAsked()))
			.toList();
	}

	private Optional<PinnedQuestion> pinned(PlannedQuestion planned) {
		return this.questions.find(planned.question().id())
			.map((present) -> new PinnedQuestion(PinnedQuestions.pin(present).planned(planned.minutes()),
					present.content(), present));
	}

	/** Names the questions of a proposal and their revisions. */
	private static String fingerprint(List<Proposal> proposals) {
		return proposals.stream()
			.map((proposal) -> proposal.questions()
				.stream()
				.map((question) -> question.pinned().question() + "." + question.pinned().revision())
				.collect(Collectors.joining("-")))
			.collect(Collectors.joining("_"));
	}

	private static String message(Shortage shortage) {
		return shortage.missing()
			.stream()
			.map(CompositionModel::message)
			.collect(Collectors.joining(", ",
					"The bank has not enough distinct questions. Missing" + (shortage.minimal() ? ": " : ", at most: "),
					"."));
	}

	private static String message(MissingQuestions missing) {
		var topics = String.join(" and ", missing.topics()).replace('-', ' ');
		return missing.number() + " " + missing.difficulty().slug()
				+ ((missing.number() == 1) ? " question" : " questions") + (topics.isEmpty() ? "" : " on " + topics);
	}

	/**
	 * A proposed kit with its balance figures.
	 *
	 * @param name the name of the form; empty if there is one only
	 * @param expectedMinutes the time that questions of these difficulties usually take
	 */
	record Proposal(String name, List<PinnedQuestion> questions, Map<Difficulty, Integer> difficulties,
			Map<String, Integer> topics, int minutes, int expectedMinutes, int neverAsked) {
	}

}
