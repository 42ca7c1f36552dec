package questionbank.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Keeps finished {@linkplain SharedPage shared pages} in memory, plain and compressed,
 * and answers from there ahead of everything else. A page is as good as the version of
 * the content that it was rendered from; what somebody gets who has a session or sends
 * credentials is always rendered. All other pages are nobody's to keep.
 */
class PageCache extends HttpFilter implements HandlerInterceptor {

	/**
	 * Under this attribute a request carries the version that a shared page is made of.
	 */
	private static final String VERSION = PageCache.class.getName();

	private static final String CACHE_CONTROL = "no-cache";

	/** The headers that a kept page sets by itself. */
	private static final Set<String> OWN = Set.of(HttpHeaders.CONTENT_TYPE.toLowerCase(Locale.ROOT),
			HttpHeaders.CONTENT_LENGTH.toLowerCase(Locale.ROOT), HttpHeaders.CACHE_CONTROL.toLowerCase(Locale.ROOT));

	private static final List<String> VARY = List.of(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.COOKIE);

	private static final Pattern GZIP_REFUSED = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

	/** A longer address is hardly asked for twice. */
	private static final int LONGEST_QUERY = 500;

	private final ContentVersion version;

	private final Cache<Key, Page> pages;

	PageCache(ContentVersion version, PageCacheProperties properties) {
		this.version = version;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(properties.memory().toBytes())
			// What is over the bound goes at once, and not when a thread is free.
			.executor(Runnable::run)
			.weigher((Key key, Page page) -> page.weight())
			.recordStats()
			.build();
	}

	/** To be counted: how many are kept, and how often one was looked for. */
	Cache<?, ?> pages() {
		return this.pages;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		var present = this.version.current().orElse(null);
		var key = Key.of(request);
		var kept = (present != null && key != null) ? this.pages.getIfPresent(key) : null;
		if (kept != null && kept.version.equals(present)) {
			kept.answer(request, response);
			return;
		}
		var body = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, body);
		if (request.getAttribute(VERSION) instanceof String rendered && body.getStatus() == HttpServletResponse.SC_OK) {
			var page = Page.of(rendered, body);
			// A cookie would be handed to everybody who asks for the page after this
			// visitor.
			if (key != null && !body.containsHeader(HttpHeaders.SET_COOKIE)) {
				this.pages.put(key, page);
			}
			body.resetBuffer();
			page.answer(request, response);
		}
		else {
			body.copyBodyToResponse();
		}
	}

	/**
	 * Answers a browser that has the present version already before the page is made.
	 * What is not the same for everybody is nobody's to keep.
	 */
	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method)) {
			return true;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (request.getUserPrincipal() != null || !method.hasMethodAnnotation(SharedPage.class)) {
			return true;
		}
		var present = this.version.current();
		if (present.isEmpty()) {
			return true;
		}
		if (isKnown(request, response, present.get())) {
			describe(response, present.get());
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return false;
		}
		request.setAttribute(VERSION, present.get());
		return true;
	}

	private static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String version) {
		return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
				&& new ServletWebRequest(request, response).checkNotModified(etag(version));
	}

	private static void describe(HttpServletResponse response, String version) {
		response.setHeader(HttpHeaders.ETAG, etag(version));
		response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
		VARY.forEach((header) -> response.addHeader(HttpHeaders.VARY, header));
	}

	/** Weak, because the same page is sent in several encodings. */
	private static String etag(String version) {
		return "W/\"" + version + "\"";
	}

	/** What a page depends on besides the content. */
	private record Key(String address, @Nullable String query, boolean secure) {

		static @Nullable Key of(HttpServletRequest request) {
			var method = request.getMethod();
			if (!HttpMethod.GET.matches(method) && !HttpMethod.HEAD.matches(method)
					|| WebUtils.getCookie(request, SharedPage.SESSION_COOKIE) != null
					|| request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
				return null;
			}
			var query = request.getQueryString();
			return (query != null && query.length() > LONGEST_QUERY) ? null
					: new Key(request.getRequestURI(), query, request.isSecure());
		}

	}

	private record Header(String name, List<String> values) {

		/** The page that is answered first has these already. */
		void writeTo(HttpServletResponse response) {
			response.setHeader(this.name, this.values.get(0));
			this.values.stream().skip(1).forEach((value) -> response.addHeader(this.name, value));
		}

	}

	private record Page(String version, String contentType, Locale language, List<Header> headers, byte[] plain,
			byte[] compressed) {

		static Page of(String version, ContentCachingResponseWrapper response) throws IOException {
			var headers = response.getHeaderNames()
				.stream()
				.filter((name) -> !OWN.contains(name.toLowerCase(Locale.ROOT)))
				.distinct()
				.map((name) -> new Header(name, List.copyOf(response.getHeaders(name))))
				.toList();
			var plain = response.getContentAsByteArray();
			return new Page(version, response.getContentType(), response.getLocale(), headers, plain, compress(plain));
		}

		private static byte[] compress(byte[] plain) throws IOException {
			var compressed = new ByteArrayOutputStream();
			try (var gzip = new GZIPOutputStream(compressed)) {
				gzip.write(plain);
			}
			return compressed.toByteArray();
		}

		void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
			if (isKnown(request, response, this.version)) {
				describe(response, this.version);
				response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
				return;
			}
			this.headers.forEach((header) -> header.writeTo(response));
			describe(response, this.version);
			response.setContentType(this.contentType);
			response.setLocale(this.language);
			var body = this.plain;
			if (takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
				response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
				body = this.compressed;
			}
			response.setContentLength(body.length);
			if (HttpMethod.GET.matches(request.getMethod())) {
				response.getOutputStream().write(body);
			}
		}

		private static boolean takesGzip(@Nullable String accepted) {
			return accepted != null && accepted.contains("gzip") && !GZIP_REFUSED.matcher(accepted).find();
		}

		int weight() {
			return 1000 + this.plain.length + this.compressed.length;
		}

	}

}
