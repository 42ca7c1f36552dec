package questionbank.bookmark;

import org.jspecify.annotations.Nullable;

import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.UnicodeText;

/**
 * The form of a private note.
 *
 * @param note the text in normalization form C with LF line ends; empty for none
 * @param version the version of the note that was edited
 */
record NoteForm(@Retained @ReadableText(label = "A note", max = NoteForm.MAX_LENGTH, lines = true) String note,
		String version) {

	static final int MAX_LENGTH = 5_000;

	NoteForm(@Nullable String note, @Nullable String version) {
		var text = UnicodeText.lines(note);
		this.note = UnicodeText.hasVisible(text) || !UnicodeText.isReadable(text) ? text : "";
		this.version = UnicodeText.typed(version);
	}

	static NoteForm of(Bookmark bookmark) {
		return new NoteForm(bookmark.note(), Integer.toString(bookmark.version()));
	}

	int number() {
		return this.version.matches("[0-9]{1,9}") ? Integer.parseInt(this.version) : 0;
	}

}
