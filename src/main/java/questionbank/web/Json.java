package questionbank.web;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes values as JSON into data blocks, which are script elements that are not
 * executed: the expression object {@code #json} of templates.
 */
final class Json {

	private final JsonMapper mapper = JsonMapper.builder().build();

	/**
	 * Writes a value as JSON that is safe within a script element: it contains neither
	 * {@code </script>} nor {@code <!--}, nor the line separators that JavaScript does
	 * not allow in strings. These characters occur in strings of JSON alone.
	 */
	public String of(Object value) {
		return this.mapper.writeValueAsString(value)
			.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029");
	}

}
