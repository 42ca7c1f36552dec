package questionbank.interview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.account.People;
import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.UnicodeText;

/**
 * The form of an interview, as typed, valid or not, so that it can be shown again.
 *
 * @param kit the number of the kit
 * @param panel e-mail addresses, one per line
 * @param zone the time zone of the browser; empty without scripts
 * @param version the version of the interview that was edited; empty for a new one
 */
record InterviewForm(String kit, @Retained String candidate, String date, String time, @Retained String place,
		@Retained String panel, String zone, String version) {

	private static final ReadableText.Rule CANDIDATE = new ReadableText.Rule("The candidate", 200,
			"Please write the candidate’s name or a label.", false);

	private static final ReadableText.Rule PLACE = ReadableText.Rule.optionalLine("The place", 500);

	static final int MAX_PANELLISTS = 20;

	private static final int FIRST_YEAR = 2000;

	InterviewForm(@Nullable String kit, @Nullable String candidate, @Nullable String date, @Nullable String time,
			@Nullable String place, @Nullable String panel, @Nullable String zone, @Nullable String version) {
		this.kit = UnicodeText.typed(kit);
		this.candidate = UnicodeText.typed(candidate);
		this.date = UnicodeText.typed(date);
		this.time = UnicodeText.typed(time);
		this.place = UnicodeText.typed(place);
		this.panel = UnicodeText.lines(panel);
		this.zone = UnicodeText.typed(zone);
		this.version = UnicodeText.typed(version);
	}

	/** Creates the form of an existing interview, without those on its panel. */
	static InterviewForm of(InterviewDetails details) {
		return new InterviewForm(Long.toString(details.kit()), details.candidate(), details.date().toString(),
				(details.time() != null) ? details.time().toString() : "", details.place(), "", details.zone(),
				Integer.toString(details.version()));
	}

	/** Creates the form of a new interview with the data of another one. */
	static InterviewForm copyOf(Panel panel, String kit) {
		var edited = of(panel.interview().details());
		return new InterviewForm(kit, edited.candidate, edited.date, edited.time, edited.place,
				panel.members().stream().map(Panellist::email).collect(Collectors.joining("\n")), edited.zone, "");
	}

	/** Returns the number of the kit; empty if it is not valid. */
	Optional<Long> kitNumber() {
		return this.kit.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(this.kit)) : Optional.empty();
	}

	/** Returns the version that was edited; -1, which is stale, if it was lost. */
	int base() {
		return this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : -1;
	}

	/** Returns the same input, as an edit of the present version of an interview. */
	InterviewForm basedOn(InterviewDetails present) {
		return new InterviewForm(this.kit, this.candidate, this.date, this.time, this.place, this.panel, this.zone,
				Integer.toString(present.version()));
	}

	/**
	 * Rejects each invalid field.
	 * @param today the date in UTC, from which an interview can be a year ahead
	 */
	void check(Errors errors, boolean needsPanel, LocalDate today) {
		CANDIDATE.check(this.candidate, "candidate", errors);
		checkDate(errors, today);
		if (!this.time.isEmpty() && parsed(this.time, LocalTime::parse).isEmpty()) {
			errors.rejectValue("time", "time", quoted(this.time) + " is not a time such as 14:30.");
		}
		PLACE.check(this.place, "place", errors);
		checkPanel(errors, needsPanel);
	}

	private void checkDate(Errors errors, LocalDate today) {
		var parsed = parsed(this.date, LocalDate::parse).filter((found) -> found.getYear() >= FIRST_YEAR);
		if (parsed.isEmpty()) {
			errors.rejectValue("date", "date", this.date.isEmpty() ? "Please choose the date of the interview."
					: quoted(this.date) + " is not a date such as 2026-05-31.");
		}
		else if (parsed.get().isAfter(today.plusYears(1))) {
			errors.rejectValue("date", "far", quoted(this.date) + " is more than a year ahead.");
		}
	}

	private void checkPanel(Errors errors, boolean isNeeded) {
		for (var line : panelLines()) {
			if (People.normalizeEmail(line).isEmpty()) {
				errors.rejectValue("panel", "email", quoted(line) + " is not an e-mail address.");
			}
		}
		if (panelLines().size() > MAX_PANELLISTS) {
			rejectPanel(errors);
		}
		if (isNeeded && panelLines().isEmpty()) {
			errors.rejectValue("panel", "empty", "Please write the e-mail address of at least one panellist.");
		}
	}

	/** Rejects a panel with too many people. */
	static void rejectPanel(Errors errors) {
		errors.rejectValue("panel", "many", "A panel can have at most " + MAX_PANELLISTS + " people.");
	}

	/** Converts the valid form. */
	InterviewDraft draft() {
		return new InterviewDraft(this.candidate, parsed(this.date, LocalDate::parse).orElseThrow(),
				parsed(this.time, LocalTime::parse).orElse(null),
				parsed(this.zone, ZoneId::of).map(ZoneId::getId).filter((id) -> id.length() <= 60).orElse(""),
				this.place,
				panelLines().stream()
					.flatMap((line) -> People.normalizeEmail(line).stream())
					.collect(
							Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), ArrayList::new)));
	}

	private List<String> panelLines() {
		return this.panel.lines().map(UnicodeText::strip).filter((line) -> !line.isEmpty()).toList();
	}

	private static String quoted(String text) {
		return "“" + UnicodeText.abbreviate(text, 40) + "”";
	}

	private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
