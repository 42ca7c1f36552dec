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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

import questionbank.textanalysis.TextAnalysis;

/**
 * Names the folder of the search index by a digest of everything that defines its
 * content: the format, the synonyms, and the versions of Hibernate Search, Lucene, ICU
 * and the Markdown parser. If one of them changes, the index is rebuilt in a new folder,
 * and the folders of other versions are deleted.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexFolder.IndexProperties.class)
class IndexFolder implements HibernatePropertiesCustomizer {

	/**
	 * The number of the format, which stands for the code that defines the index: the
	 * mapping, the analyzer and the rendering of Markdown as text. Increase it with each
	 * change of what is indexed; a test fails if the code changes without it. Class files
	 * are not part of the digest, because they also change with comments and compilers.
	 */
	static final int FORMAT = 5;

	/** The file that names the version of the Markdown parser. */
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

	/** Returns whether the index was built for a database. */
	boolean isOf(long database) {
		try {
			return Files.exists(owner()) && Files.readString(owner()).equals(Long.toString(database));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Stores for which database the index is built. */
	void assignTo(long database) {
		try {
			Files.writeString(owner(), Long.toString(database));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of the search index cannot be used: " + this.folder, ex);
		}
	}

	private Path owner() {
		return this.folder.resolve(version()).resolve("database");
	}

	/** Computes the digest, as 12 hexadecimal digits. */
	static String version() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			digest
				.update(String
					.join(" ", Integer.toString(FORMAT), Version.LATEST.toString(), VersionInfo.ICU_VERSION.toString(),
							SearchMapping.class.getPackage().getImplementationVersion())
					.getBytes(StandardCharsets.UTF_8));
			for (var part : List.of(MARKDOWN, TextAnalysis.SYNONYMS)) {
				digest.update(content(part));
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

	/** Recognizes folders of indexes; anything else in the folder is left alone. */
	private static boolean isVersion(Path path) {
		return path.getFileName().toString().matches("[0-9a-f]{12}");
	}

	private static byte[] content(String resource) throws IOException {
		return new ClassPathResource(resource).getContentAsByteArray();
	}

	/**
	 * The settings of the search index.
	 *
	 * @param folder the folder of the search index. It can be deleted while the program
	 * is stopped, and is rebuilt at the next start. Instances never share one.
	 */
	@ConfigurationProperties("questionbank.index")
	record IndexProperties(@DefaultValue("./data/index") Path folder) {
	}

}
