package questionbank.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Adds the expression object {@code #json} to templates, which writes values into data
 * blocks: script elements that are not executed.
 */
@Component
class JsonDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String NAME = "json";

	private final Json json = new Json();

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of(NAME);
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String name) {
		return NAME.equals(name) ? this.json : null;
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

	/** Writes values as JSON. */
	static final class Json {

		private final JsonMapper mapper = JsonMapper.builder().build();

		/**
		 * Writes a value as JSON that is safe within a script element: it contains
		 * neither {@code </script>} nor {@code <!--}, nor the line separators that
		 * JavaScript does not allow in strings. These characters occur in strings of JSON
		 * alone.
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

}
