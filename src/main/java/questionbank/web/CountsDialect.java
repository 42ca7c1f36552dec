package questionbank.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

import org.springframework.stereotype.Component;

/** Adds {@link Counts} to the expressions of templates, as {@code #counts}. */
@Component
class CountsDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String NAME = "counts";

	private final Counts counts = new Counts();

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
		return NAME.equals(name) ? this.counts : null;
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

}
