package questionbank.kit;

import java.util.function.Function;

/** The fields of a {@link KitDraft}, which are compared and merged one by one. */
enum KitField {

	TITLE("title", "title", KitDraft::title), ROLE("role", "role", KitDraft::role),
	NOTES("notes", "notes", KitDraft::notes), SLOT("slot", "slot", KitDraft::slot),
	QUESTIONS("questions", "questions", KitDraft::questions);

	private final String parameter;

	private final String label;

	private final Function<KitDraft, Object> value;

	KitField(String parameter, String label, Function<KitDraft, Object> value) {
		this.parameter = parameter;
		this.label = label;
		this.value = value;
	}

	/** Returns the name in forms. */
	public String parameter() {
		return this.parameter;
	}

	/** Returns the label on pages. */
	public String label() {
		return this.label;
	}

	/** Compares two drafts in this field. */
	boolean isSame(KitDraft first, KitDraft second) {
		return this.value.apply(first).equals(this.value.apply(second));
	}

}
