package questionbank.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell as a spreadsheet shows it: a number with the format of a date is
 * this date.
 *
 * @param problem why it cannot be taken, as a sentence; {@code null} if it can
 */
record SheetCell(String text, @Nullable String problem) {

	/** A cell without a value. */
	static final SheetCell EMPTY = new SheetCell("", null);

	private static final Pattern ERROR = Pattern.compile("#[A-Z_]{1,20}(/[0A])?[!?]?");

	/**
	 * The parts of a number format: quoted and escaped literals, conditions, halves of
	 * the day, letters of a date, and other characters.
	 */
	private static final Pattern PART = Pattern.compile(
			"\"([^\"]*)\"|\\\\(.)|[_*].|(\\[[^\\]]*\\])|(am/pm|a/p)|(y+|m+|d+|h+|s+)|(.)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern ELAPSED_TIME = Pattern.compile("\\[[hms]+\\]", Pattern.CASE_INSENSITIVE);

	/** What has no equivalent, such as digits of seconds and years of an era. */
	private static final Pattern UNKNOWN = Pattern.compile("[\\p{L}\\d#?@]");

	/** What no pattern may hold. */
	private static final String MALFORMED = "]";

	/**
	 * A day before 1 January 1900, as the format also counts 29 February of that year.
	 */
	private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

	private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

	private static final int LAST_DAY = 2_958_465;

	private static final long SECONDS = 24L * 60 * 60;

	/** The longest number format of a spreadsheet; each is parsed for each cell. */
	private static final int MAX_FORMAT = 255;

	/** Formats that depend on the language of the reader. */
	private static final int SHORT_DATE = 14;

	private static final int SHORT_DATE_AND_TIME = 22;

	static SheetCell of(Cell cell, boolean isDate1904) {
		var raw = cell.getRawValue();
		if (raw == null) {
			return EMPTY;
		}
		var type = cell.getType();
		if (type == CellType.BOOLEAN) {
			return new SheetCell(String.valueOf(raw.equals("1")), null);
		}
		if ((type == CellType.ERROR || type == CellType.FORMULA) && ERROR.matcher(raw).matches()) {
			return new SheetCell(raw, "The cell %s has an error in place of a text.".formatted(cell.getAddress()));
		}
		var isNumber = type == CellType.NUMBER || type == CellType.FORMULA;
		var pattern = isNumber ? pattern(cell.getDataFormatId(), cell.getDataFormatString()) : "";
		return pattern.isEmpty() ? new SheetCell(raw, null) : date(cell, raw, pattern, isDate1904);
	}

	private static SheetCell date(Cell cell, String raw, String pattern, boolean isDate1904) {
		try {
			var days = Double.parseDouble(raw);
			if (days >= 0 && days <= LAST_DAY) {
				return new SheetCell(
						DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(dateTime(days, isDate1904)), null);
			}
		}
		catch (NumberFormatException ex) {
			return new SheetCell(raw, null);
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			// A format that Java does not have.
		}
		return new SheetCell(raw, "The cell %s has a date in a format that is unknown.".formatted(cell.getAddress()));
	}

	private static LocalDateTime dateTime(double days, boolean isDate1904) {
		var day = (isDate1904 ? EPOCH_1904 : EPOCH).plusDays((long) days + ((!isDate1904 && days < 60) ? 1 : 0));
		return day.atStartOfDay().plusSeconds(Math.round((days - Math.floor(days)) * SECONDS));
	}

	/** Returns the pattern of a date for a number format; empty if it is none. */
	private static String pattern(@Nullable Integer id, @Nullable String format) {
		if (id != null && id == SHORT_DATE) {
			return "uuuu-MM-dd";
		}
		if (id != null && id == SHORT_DATE_AND_TIME) {
			return "uuuu-MM-dd HH:mm";
		}
		return (format == null || format.length() > MAX_FORMAT || format.equalsIgnoreCase("General")) ? ""
				: pattern(format);
	}

	private static String pattern(String format) {
		var parts = PART.matcher(format).results().takeWhile((part) -> !";".equals(part.group(6))).toList();
		var fields = parts.stream()
			.filter((part) -> part.group(5) != null)
			.map((part) -> part.group(5).toLowerCase(Locale.ROOT))
			.toList();
		if (fields.isEmpty()) {
			return "";
		}
		var hasHalves = parts.stream().anyMatch((part) -> part.group(4) != null);
		var pattern = new StringBuilder();
		var field = 0;
		for (var part : parts) {
			append((part.group(5) != null) ? field(fields, field++, hasHalves) : literal(part), pattern);
		}
		return pattern.toString();
	}

	/** Joins literals, as two quotes between them would be one in a literal. */
	private static void append(String part, StringBuilder pattern) {
		var joins = part.startsWith("'") && !pattern.isEmpty() && pattern.charAt(pattern.length() - 1) == '\'';
		if (joins) {
			pattern.setLength(pattern.length() - 1);
		}
		pattern.append(part, joins ? 1 : 0, part.length());
	}

	/** Returns the letters of a field: m after hours or before seconds is minutes. */
	private static String field(List<String> fields, int at, boolean hasHalves) {
		var length = fields.get(at).length();
		return switch (fields.get(at).charAt(0)) {
			case 'y' -> (length <= 2) ? "uu" : "uuuu";
			case 'd' -> (length <= 2) ? "d".repeat(length) : (length == 3) ? "EEE" : "EEEE";
			case 'h' -> (hasHalves ? "h" : "H").repeat(Math.min(length, 2));
			case 's' -> "s".repeat(Math.min(length, 2));
			default -> {
				var isMinute = at > 0 && fields.get(at - 1).startsWith("h")
						|| at + 1 < fields.size() && fields.get(at + 1).startsWith("s");
				yield (isMinute && length <= 2) ? "m".repeat(length) : "M".repeat(Math.min(length, 5));
			}
		};
	}

	private static String literal(MatchResult part) {
		if (part.group(4) != null) {
			return "a";
		}
		if (part.group(3) != null) {
			return ELAPSED_TIME.matcher(part.group(3)).matches() ? MALFORMED : "";
		}
		var other = part.group(6);
		if (other != null && UNKNOWN.matcher(other).matches()) {
			return MALFORMED;
		}
		var text = (other != null) ? other : (part.group(2) != null) ? part.group(2) : part.group(1);
		return (text == null || text.isEmpty()) ? "" : "'" + text.replace("'", "''") + "'";
	}

}
