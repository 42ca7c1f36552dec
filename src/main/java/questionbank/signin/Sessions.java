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
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import questionbank.web.SessionCookie;

/**
 * Configures Spring Session: sessions are stored in the database and survive a restart.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Sessions {

	/** An upsert, which Spring Session has for other databases, but not for H2. */
	private static final String UPSERT = """
			merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			key (session_primary_id, attribute_name) values (?, ?, ?)""";

	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	/**
	 * Converts session attributes to bytes and back. An attribute that another version of
	 * the program serialized incompatibly becomes {@code null}, so that its session is
	 * anonymous.
	 */
	@Bean
	ConversionService springSessionConversionService(ResourceLoader resources) {
		var conversions = new GenericConversionService();
		conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversions.addConverter(new LenientDeserializer(Objects.requireNonNull(resources.getClassLoader())));
		return conversions;
	}

	/**
	 * Reads only cookie values that can be session ids. The cookie of a user who asked to
	 * stay signed in expires 30 days after the sign-in; Spring Session's would last for
	 * 68 years.
	 */
	@Bean
	CookieSerializer sessionCookie() {
		var cookie = new DefaultCookieSerializer() {
			@Override
			public List<String> readCookieValues(HttpServletRequest request) {
				return super.readCookieValues(request).stream().filter(ID.asMatchPredicate()).toList();
			}

			@Override
			public void writeCookieValue(CookieValue cookie) {
				if (cookie.getCookieMaxAge() < 0 && SignIn.isRememberMe(cookie.getRequest())) {
					cookie.setCookieMaxAge((int) SignIn.REMEMBERED.toSeconds());
				}
				super.writeCookieValue(cookie);
			}
		};
		cookie.setCookieName(SessionCookie.NAME);
		return cookie;
	}

	/**
	 * Inserts session attributes by upsert: concurrent requests of one browser may add
	 * the same attribute.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributeUpsert(DataSource database)
			throws MetaDataAccessException {
		return DatabaseDriver.fromProductName(JdbcUtils.extractDatabaseMetaData(database,
				DatabaseMetaData::getDatabaseProductName)) == DatabaseDriver.H2
						? (sessions) -> sessions.setCreateSessionAttributeQuery(UPSERT)
						: new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/** Converts bytes that cannot be deserialized to {@code null}. */
	private record LenientDeserializer(DeserializingConverter deserializing) implements GenericConverter {

		LenientDeserializer(ClassLoader classes) {
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

}
