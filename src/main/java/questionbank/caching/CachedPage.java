package questionbank.caching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Entry of the page cache: a rendered page, plain and compressed, with its headers.
 *
 * @param version the {@linkplain ContentVersion version} of the content that it was
 * rendered from
 */
record CachedPage(String version, List<Header> headers, byte[] plain, byte[] compressed) {

	/** Headers that are set for each response, and not copied from the rendered one. */
	private static final Set<String> PER_RESPONSE = Set.of(HttpHeaders.CONTENT_TYPE.toLowerCase(Locale.ROOT),
			HttpHeaders.CONTENT_LANGUAGE.toLowerCase(Locale.ROOT), HttpHeaders.CONTENT_LENGTH.toLowerCase(Locale.ROOT),
			HttpHeaders.CACHE_CONTROL.toLowerCase(Locale.ROOT));

	private static final Pattern GZIP_REFUSED = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

	/** An estimate of the bytes that an entry takes besides the bodies. */
	private static final int OVERHEAD = 1000;

	static CachedPage of(String version, ContentCachingResponseWrapper response) throws IOException {
		var headers = response.getHeaderNames()
			.stream()
			.filter((name) -> !PER_RESPONSE.contains(name.toLowerCase(Locale.ROOT)))
			.distinct()
			.map((name) -> new Header(name, List.copyOf(response.getHeaders(name))))
			.toList();
		var plain = response.getContentAsByteArray();
		return new CachedPage(version, headers, plain, compress(plain));
	}

	private static byte[] compress(byte[] plain) throws IOException {
		var compressed = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(compressed)) {
			gzip.write(plain);
		}
		return compressed.toByteArray();
	}

	/** Writes the page, or 304 if the client has its current version. */
	void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (PageValidators.isCurrent(this.version, request, response)) {
			PageValidators.writeNotModified(this.version, request, response);
			return;
		}
		this.headers.forEach((header) -> header.write(response));
		PageValidators.write(this.version, request, response);
		response.setContentType(PageCachePolicy.CONTENT_TYPE);
		response.setLocale(Locale.ENGLISH);
		var body = this.plain;
		if (acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
			body = this.compressed;
		}
		response.setContentLength(body.length);
		if (HttpMethod.GET.matches(request.getMethod())) {
			response.getOutputStream().write(body);
		}
	}

	private static boolean acceptsGzip(@Nullable String accepted) {
		return accepted != null && accepted.contains("gzip") && !GZIP_REFUSED.matcher(accepted).find();
	}

	/** Returns about how many bytes the entry takes in memory. */
	int weight() {
		return OVERHEAD + this.plain.length + this.compressed.length;
	}

	record Header(String name, List<String> values) {

		/** Sets the header, in place of values that the response already has. */
		void write(HttpServletResponse response) {
			response.setHeader(this.name, this.values.get(0));
			this.values.stream().skip(1).forEach((value) -> response.addHeader(this.name, value));
		}

	}

}
