package questionbank.kit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.question.QuestionDetails;

/**
 * The facade of the kits: writes and reads them. All interviewers share all kits. The
 * draft of every revision is stored, so that an edit of an earlier one can be merged.
 */
@Service
public class Kits {

	private static final int MAX_CHOICES = 500;

	private final KitRepository kits;

	private final JdbcClient database;

	private final Validator validator;

	private final Clock clock;

	/** Default settings: stored drafts must remain readable. */
	private final JsonMapper json = JsonMapper.builder().build();

	Kits(KitRepository kits, JdbcClient database, Validator validator, Clock clock) {
		this.kits = kits;
		this.database = database;
		this.validator = validator;
		this.clock = clock;
	}

	/**
	 * Lists the kits to choose from, the last changed first; at most
	 * {@value #MAX_CHOICES}.
	 */
	@Transactional(readOnly = true)
	public List<KitSummary> list() {
		return list(0, MAX_CHOICES);
	}

	/**
	 * Lists a page of the kits, the last changed first.
	 * @param page from 0
	 */
	@Transactional(readOnly = true)
	List<KitSummary> list(int page, int size) {
		return this.kits.list(PageRequest.of(page, size));
	}

	/** Returns the questions of some kits, by the number of the kit. */
	@Transactional(readOnly = true)
	Map<Long, List<KitQuestion>> questions(Collection<Long> ids) {
		return this.kits.findByIdIn(ids)
			.stream()
			.collect(Collectors.toMap(Kit::id, (kit) -> read(kit.draft()).questions()));
	}

	@Transactional(readOnly = true)
	long count() {
		return this.kits.count();
	}

	/** Finds a kit. */
	@Transactional(readOnly = true)
	public Optional<KitDetails> find(long id) {
		return this.kits.findById(id).map(this::details);
	}

	/**
	 * Adds a kit.
	 * @return its number
	 * @throws ConstraintViolationException if the draft breaks a rule
	 */
	@Transactional
	long add(KitDraft draft, String author) {
		var kit = this.kits.saveAndFlush(new Kit(valid(draft), write(draft), author, this.clock.instant()));
		record(kit);
		return kit.id();
	}

	/**
	 * Adds kits in one transaction.
	 * @return their numbers, in order
	 * @throws ConstraintViolationException if a draft breaks a rule; then none is added
	 */
	@Transactional
	List<Long> addAll(List<KitDraft> drafts, String author) {
		return drafts.stream().map((draft) -> add(draft, author)).toList();
	}

	/**
	 * Merges an edit of an earlier revision into a kit (a three-way merge by field).
	 * Fields that others changed since keep their change; if they changed the same field
	 * differently, nothing is written.
	 * @param version the number of the revision that was edited
	 * @return empty if there is no such kit, or no such revision of it
	 * @throws ConstraintViolationException if the draft breaks a rule
	 */
	@Transactional
	Optional<EditResult> edit(long id, int version, KitDraft draft, String author) {
		valid(draft);
		return this.kits.findForChange(id).flatMap((kit) -> draftOf(kit, version).map((base) -> {
			var merge = new KitMerge(base, read(kit.draft()), draft);
			if (!merge.conflicts().isEmpty()) {
				return new EditResult.Conflict(kit.version(), merge);
			}
			var changed = !merge.merged().equals(merge.theirs());
			if (changed) {
				rewrite(kit, merge.merged(), author);
			}
			return new EditResult.Saved(kit.version(), changed, merge.kept());
		}));
	}

	/** Pins the present revision of a question of a kit; its minutes and probes stay. */
	@Transactional
	void pin(long id, QuestionDetails present, String author) {
		this.kits.findForChange(id).ifPresent((kit) -> {
			var draft = read(kit.draft());
			var pinned = draft
				.withQuestions(draft.questions().stream().map((question) -> question.pinnedAt(present)).toList());
			if (!pinned.equals(draft)) {
				rewrite(kit, pinned, author);
			}
		});
	}

	/** Deletes a kit with its revisions. Interviews keep their copy of its content. */
	@Transactional
	void remove(long id) {
		this.kits.findForChange(id).ifPresent(this.kits::delete);
	}

	/** Finds the draft of a revision. */
	@Transactional(readOnly = true)
	Optional<KitDraft> revision(long id, int number) {
		return this.kits.findById(id).flatMap((kit) -> draftOf(kit, number));
	}

	private void rewrite(Kit kit, KitDraft draft, String author) {
		kit.rewrite(draft, write(draft), author, this.clock.instant());
		this.kits.saveAndFlush(kit);
		record(kit);
	}

	private void record(Kit kit) {
		this.database.sql("insert into kit_revision (kit_id, number, draft, author, created_at) values (?, ?, ?, ?, ?)")
			.params(kit.id(), kit.version(), kit.draft(), kit.changedBy(), kit.changedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	private Optional<KitDraft> draftOf(Kit kit, int version) {
		return (version == kit.version()) ? Optional.of(read(kit.draft()))
				: this.database.sql("select draft from kit_revision where kit_id = ? and number = ?")
					.params(kit.id(), version)
					.query(String.class)
					.optional()
					.map(this::read);
	}

	private KitDetails details(Kit kit) {
		return new KitDetails(kit.id(), kit.version(), read(kit.draft()), kit.changedAt(), kit.changedBy());
	}

	private KitDraft valid(KitDraft draft) {
		var violations = this.validator.validate(draft);
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException(violations);
		}
		return draft;
	}

	private String write(KitDraft draft) {
		return this.json.writeValueAsString(draft);
	}

	private KitDraft read(String draft) {
		return this.json.readValue(draft, KitDraft.class);
	}

	/** The result of an edit of a kit. */
	sealed interface EditResult {

		/** Returns the number of the latest revision. */
		int version();

		/**
		 * The edit is saved.
		 *
		 * @param changed {@code false} if it made no difference, and no revision
		 * @param kept the fields that others changed since, and that keep their change
		 */
		record Saved(int version, boolean changed, Set<KitField> kept) implements EditResult {
		}

		/** The edit is not saved, as others changed the same fields since. */
		record Conflict(int version, KitMerge merge) implements EditResult {
		}

	}

}
