package questionbank.signin;

import java.sql.DatabaseMetaData;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.event.TransactionalEventListener;

import questionbank.account.SessionsRevokedEvent;
import questionbank.web.PubliclyCached;

/** Sessions are kept in the database, so that a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Sessions {

	/** What Spring Session has for other databases, and not for H2. */
	private static final String MERGE = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)""";

	private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}");

	/**
	 * A session that another version of the program wrote, and that cannot be read any
	 * more, is one in which nobody is signed in.
	 */
	@Bean
	ConversionService springSessionConversionService(ResourceLoader resources) {
		var conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversions.addConverter(new Reading(Objects.requireNonNull(resources.getClassLoader())));
		return conversions;
	}

	/**
	 * Looks only values up in the database that can be session ids. The cookie of a user
	 * who asked to stay signed in ends after that time, where Spring Session would have
	 * it last for 68 years and rely on the expiry of the session.
	 */
	@Bean
	CookieSerializer sessionCookie() {
		var cookie = new DefaultCookieSerializer() {
			@Override
			public List<String> readCookieValues(HttpServletRequest request) {
				return super.readCookieValues(request).stream().filter(NAME.asMatchPredicate()).toList();
			}

			@Override
			public void writeCookieValue(CookieValue cookie) {
				if (cookie.getCookieMaxAge() < 0 && SignIn.isRememberMe(cookie.getRequest())) {
					cookie.setCookieMaxAge((int) SignIn.REMEMBERED.toSeconds());
				}
				super.writeCookieValue(cookie);
			}
		};
		cookie.setCookieName(PubliclyCached.SESSION_COOKIE);
		return cookie;
	}

	/**
	 * Two windows of one browser may put the same into their session at the same moment.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesOfSeveralWindows(DataSource database)
			throws MetaDataAccessException {
		return DatabaseDriver.fromProductName(JdbcUtils.extractDatabaseMetaData(database,
				DatabaseMetaData::getDatabaseProductName)) == DatabaseDriver.H2
						? (sessions) -> sessions.setCreateSessionAttributeQuery(MERGE)
						: new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	@Bean
	SessionRevocation ending(FindByIndexNameSessionRepository<? extends Session> sessions) {
		return new SessionRevocation(sessions);
	}

	/** Reads what can be read of a session. */
	private record Reading(DeserializingConverter deserializing) implements GenericConverter {

		Reading(ClassLoader classes) {
			this(new DeserializingConverter(classes));
		}

		@Override
		public Set<ConvertiblePair> getConvertibleTypes() {
			return Set.of(new ConvertiblePair(byte[].class, Object.class));
		}

		@Override
		public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
			try {
				return (bytes != null) ? this.deserializing.convert((byte[]) bytes) : null;
			}
			catch (SerializationFailedException ex) {
				return null;
			}
		}

	}

	/** Ends the sessions of somebody who is to be signed out. */
	static class SessionRevocation {

		private final FindByIndexNameSessionRepository<? extends Session> sessions;

		SessionRevocation(FindByIndexNameSessionRepository<? extends Session> sessions) {
			this.sessions = sessions;
		}

		@TransactionalEventListener
		void end(SessionsRevokedEvent departure) {
			this.sessions.findByPrincipalName(departure.email()).keySet().forEach(this.sessions::deleteById);
		}

	}

}
