package questionbank.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.ibm.icu.util.VersionInfo;
import org.apache.lucene.util.Version;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

import questionbank.web.Markdown;

/**
 * Names the folder of the search index by a digest of all that decides its content: the
 * mapping, the analyzer, the synonyms, and the versions of Hibernate Search, Lucene, ICU
 * and the Markdown parser. A change of any of them finds no index and rebuilds it; the
 * folders of other versions are deleted.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexProperties.class)
class IndexFolder implements HibernatePropertiesCustomizer {

	/** The version of the library that reads Markdown. */
	private static final String MARKDOWN = "META-INF/maven/org.commonmark/commonmark/pom.properties";

	private static final String ROOT = "hibernate.search.backend.directory.root";

	private final Path folder;

	IndexFolder(IndexProperties properties) {
		this.folder = properties.folder().toAbsolutePath().normalize();
	}

	@Override
	public void customize(Map<String, Object> hibernate) {
		var version = this.folder.resolve(version());
		try {
			Files.createDirectories(version);
			try (var others = Files.list(this.folder)) {
				for (Path other : others.filter((path) -> isVersion(path) && !path.equals(version)).toList()) {
					FileSystemUtils.deleteRecursively(other);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the search index cannot be used: " + this.folder, ex);
		}
		hibernate.put(ROOT, version.toString());
	}

	static String version() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			digest
				.update(String
					.join(" ", Version.LATEST.toString(), VersionInfo.ICU_VERSION.toString(),
							SearchMapping.class.getPackage().getImplementationVersion())
					.getBytes(StandardCharsets.UTF_8));
			for (var part : List.of(classFile(Question.class), classFile(Difficulty.class), classFile(Markdown.class),
					MARKDOWN, classFile(QuestionAnalyzer.class), classFile(Synonyms.class), Synonyms.FILE)) {
				digest.update(new ClassPathResource(part).getContentAsByteArray());
			}
			return HexFormat.of().formatHex(digest.digest(), 0, 6);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Nothing else that may lie in the folder is touched. */
	private static boolean isVersion(Path path) {
		return path.getFileName().toString().matches("[0-9a-f]{12}");
	}

	private static String classFile(Class<?> type) {
		return type.getName().replace('.', '/') + ".class";
	}

}
