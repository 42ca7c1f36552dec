package questionbank.kit;

import java.util.Locale;
import java.util.function.Function;

/** The fields of a {@link KitDraft}, which are compared and merged one by one. */
enum KitField {

	TITLE(KitDraft::title), ROLE(KitDraft::role), NOTES(KitDraft::notes), SLOT(KitDraft::slot),
	QUESTIONS(KitDraft::questions);

	private final Function<KitDraft, Object> value;

	KitField(Function<KitDraft, Object> value) {
		this.value = value;
	}

	/** Returns the name in forms and on pages. */
	public String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Compares two drafts in this field. */
	boolean isSame(KitDraft first, KitDraft second) {
		return this.value.apply(first).equals(this.value.apply(second));
	}

}
