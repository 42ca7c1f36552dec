package questionbank.operations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * JDBC driver that halts the process after the n-th write or commit, as if it were
 * killed; n is the system property {@code halt.after}. It delegates to the drivers of H2
 * and PostgreSQL.
 */
public class HaltingDriver implements Driver {

	private static final int LAST = Integer.getInteger("halt.after", 0);

	private static final AtomicInteger writes = new AtomicInteger();

	@Override
	public Connection connect(String url, Properties info) throws SQLException {
		return wrap(Connection.class, real(url).connect(url, info), "");
	}

	private static <T> T wrap(Class<T> type, T target, String sql) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, new Counting(target, sql)));
	}

	private static Driver real(String url) {
		return url.startsWith("jdbc:h2:") ? new org.h2.Driver() : new org.postgresql.Driver();
	}

	@Override
	public boolean acceptsURL(String url) throws SQLException {
		return real(url).acceptsURL(url);
	}

	@Override
	public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
		return real(url).getPropertyInfo(url, info);
	}

	@Override
	public int getMajorVersion() {
		return 1;
	}

	@Override
	public int getMinorVersion() {
		return 0;
	}

	@Override
	public boolean jdbcCompliant() {
		return false;
	}

	@Override
	public Logger getParentLogger() {
		return Logger.getGlobal();
	}

	/** Proxy of a connection or statement that counts writes and commits. */
	private record Counting(Object target, String sql) implements InvocationHandler {

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
			try {
				var result = method.invoke(this.target, arguments);
				var text = (arguments != null && arguments[0] instanceof String first) ? first : this.sql;
				if (method.getName().equals("commit") || (method.getName().startsWith("execute") && isWrite(text))) {
					count();
				}
				return wrapped(result, text);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

		private static boolean isWrite(String sql) {
			var start = sql.strip().toLowerCase(Locale.ROOT);
			return Stream.of("select", "set ", "show", "call").noneMatch(start::startsWith);
		}

		private static void count() {
			if (writes.incrementAndGet() == LAST) {
				Runtime.getRuntime().halt(137);
			}
		}

		private static Object wrapped(Object result, String sql) {
			if (result instanceof CallableStatement statement) {
				return wrap(CallableStatement.class, statement, sql);
			}
			if (result instanceof PreparedStatement statement) {
				return wrap(PreparedStatement.class, statement, sql);
			}
			return (result instanceof Statement statement) ? wrap(Statement.class, statement, "") : result;
		}

	}

}
