package questionbank.format;

import java.util.BitSet;

/** A text of GIFT without its escapes, which knows the characters that had one. */
record GiftText(String text, BitSet escaped) {

	/**
	 * Resolves the escapes {@code \~ \= \# \{ \} \: \\} and {@code \n}. Other backslashes
	 * are kept.
	 */
	static GiftText of(String raw) {
		var text = new StringBuilder(raw.length());
		var escaped = new BitSet();
		for (int at = 0; at < raw.length(); at++) {
			var character = raw.charAt(at);
			var next = (at + 1 < raw.length()) ? raw.charAt(at + 1) : ' ';
			if (character == '\\' && "~=#{}:\\n".indexOf(next) >= 0) {
				escaped.set(text.length());
				text.append((next == 'n') ? '\n' : next);
				at++;
			}
			else {
				text.append(character);
			}
		}
		return new GiftText(text.toString(), escaped);
	}

	/** Escapes a text. */
	static String escape(String text) {
		var escaped = new StringBuilder(text.length() + 16);
		for (int at = 0; at < text.length(); at++) {
			var character = text.charAt(at);
			if (character == '\n') {
				escaped.append("\\n");
			}
			else if (character != '\r') {
				if ("~=#{}:\\".indexOf(character) >= 0) {
					escaped.append('\\');
				}
				escaped.append(character);
			}
		}
		return escaped.toString();
	}

	/** Returns the index of a control sequence without escapes; -1 for none. */
	int indexOf(String control, int from) {
		for (int at = this.text.indexOf(control, from); at >= 0; at = this.text.indexOf(control, at + 1)) {
			if (isBare(at, control)) {
				return at;
			}
		}
		return -1;
	}

	/** Returns the last index of a control sequence without escapes; -1 for none. */
	int lastIndexOf(String control) {
		for (int at = this.text.lastIndexOf(control); at >= 0; at = this.text.lastIndexOf(control, at - 1)) {
			if (isBare(at, control)) {
				return at;
			}
		}
		return -1;
	}

	boolean contains(String control) {
		return indexOf(control, 0) >= 0;
	}

	boolean startsWith(String control) {
		return this.text.startsWith(control) && isBare(0, control);
	}

	private boolean isBare(int at, String control) {
		var next = this.escaped.nextSetBit(at);
		return next < 0 || next >= at + control.length();
	}

	/** Returns a part, without spaces around it. */
	GiftText part(int start, int end) {
		while (start < end && Character.isWhitespace(this.text.charAt(start))) {
			start++;
		}
		while (end > start && Character.isWhitespace(this.text.charAt(end - 1))) {
			end--;
		}
		return new GiftText(this.text.substring(start, end), this.escaped.get(start, Math.max(start, end)));
	}

	GiftText part(int start) {
		return part(start, this.text.length());
	}

	boolean isEmpty() {
		return this.text.isEmpty();
	}

}
