package questionbank.web;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import org.springframework.stereotype.Component;

/**
 * Thymeleaf dialect that adds expression objects to templates: {@link Counts} as
 * {@code #counts}, {@link Json} as {@code #json}.
 */
@Component
class ExpressionObjects implements IExpressionObjectDialect, IExpressionObjectFactory {

	private final Map<String, Object> objects = Map.of("counts", new Counts(), "json", new Json());

	@Override
	public String getName() {
		return "questionbank";
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return this.objects.keySet();
	}

	@Override
	public @Nullable Object buildObject(IExpressionContext context, String name) {
		return this.objects.get(name);
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

}
