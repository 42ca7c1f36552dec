package questionbank.caching;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Web cache poisoning: no request changes the response to another client. */
@PageTest
@Tag("one-database")
class CachePoisoningTests {

	/** Headers of browsers, proxies, crawlers and attackers. */
	private static final List<String> HEADERS = """
			Accept: text/html;charset=UTF-32
			Accept: text/html;charset=UTF-16
			Accept: text/html;charset=IBM037
			Accept: text/html;charset=iso-8859-1
			Accept: text/html;charset=x-unheard-of
			Accept: text/html;level=1
			Accept: text/html;q=0
			Accept: application/xhtml+xml
			Accept: application/json
			Accept: application/vnd.spring-boot.actuator.v2+json;charset=UTF-16
			Accept: text/css, text/javascript;q=0.1
			Accept: image/avif,*/*;q=0.8
			Accept: text/html, ,*/*
			Accept: no type
			Accept-Charset: utf-16, iso-8859-1;q=0.5
			Accept-Encoding: gzip
			Accept-Encoding: identity;q=0
			Accept-Encoding: gzip;q=0, br, zstd, deflate
			Accept-Language: de-AT, ar;q=0.9
			Accept-Language: en-u-ca-buddhist
			Accept-Datetime: Thu, 31 May 2007 20:35:00 GMT
			Authorization: Basic YTpi
			Authorization: Bearer x
			Cache-Control: no-store
			Cache-Control: only-if-cached, max-stale=99999
			Content-Type: application/x-www-form-urlencoded
			Content-Type: multipart/form-data; boundary=x
			Content-Length: 0
			Cookie: SESSION=00000000-0000-0000-0000-000000000000
			Cookie: SESSION=x; SESSION=y
			Cookie: XSRF-TOKEN=x; PRACTICE=y; BROWSER=z
			Cookie: JSESSIONID=x; lang=de; ;=;
			DNT: 1
			DPR: 3
			Early-Data: 1
			Expect: 100-continue
			Forwarded: for=192.0.2.1;host=evil.example;proto=https
			From: <script>alert(1)</script>
			HX-Boosted: true
			HX-Current-URL: https://evil.example/
			HX-History-Restore-Request: true
			HX-Request: true
			HX-Target: results
			If-Match: "x"
			If-Modified-Since: Thu, 01 Jan 2032 00:00:00 GMT
			If-None-Match: *
			If-None-Match: "x", W/"y"
			If-Range: "x"
			If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT
			Last-Event-ID: 1
			Max-Forwards: 0
			Origin: https://evil.example
			Origin: null
			Pragma: no-cache
			Prefer: return=minimal
			Purpose: prefetch
			Range: bytes=0-9
			Range: bytes=5-,-3
			Referer: https://evil.example/<script>
			Save-Data: on
			Sec-CH-UA-Mobile: ?1
			Sec-Fetch-Dest: iframe
			Sec-Fetch-Mode: cors
			Sec-Fetch-Site: cross-site
			Sec-GPC: 1
			Sec-Purpose: prefetch;prerender
			Service-Worker: script
			TE: trailers, deflate
			Traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
			Transfer-Encoding: chunked
			Upgrade: h2c
			Upgrade-Insecure-Requests: 1
			User-Agent: Mozilla/4.0 (compatible; MSIE 6.0)
			Via: 1.0 evil
			X-ATT-DeviceId: x
			X-Client-IP: 192.0.2.1
			X-Forwarded-For: 192.0.2.1, evil
			X-Forwarded-Host: evil.example
			X-Forwarded-Port: 1
			X-Forwarded-Prefix: /evil
			X-Forwarded-Prefix: //evil.example
			X-Forwarded-Prefix: /evil, /twice
			X-Forwarded-Proto: https
			X-Forwarded-Scheme: nothttps
			X-Forwarded-Server: evil.example
			X-Forwarded-Ssl: on
			X-HTTP-Method: DELETE
			X-HTTP-Method-Override: POST
			X-Original-URL: /people
			X-Requested-With: XMLHttpRequest
			X-Rewrite-URL: /people
			X-Wap-Profile: http://evil.example/
			Id: 7
			Q: evil
			Difficulty: hard
			Topic: security
			Sort: newest
			Page: 2
			To: //evil.example""".lines().toList();

	@Autowired
	private Pages pages;

	@Autowired
	private PageCache cache;

	@Autowired
	private ContentVersion version;

	/** Waits for the index, which may still be repaired in the background. */
	@BeforeEach
	void awaitContent() {
		await().until(() -> this.version.current().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions?q=data&sort=newest", "/questions/6" })
	void noHeaderOfTheFirstClientChangesACachedPage(String address) {
		var clean = cached(address);
		assertThat(clean).contains("HTTP/1.1 200 \r\n", "Content-Type: text/html;charset=UTF-8\r\n");
		for (var header : HEADERS) {
			first(address, header);
			assertThat(ask("GET", address)).as("%s after %s", address, header).isEqualTo(clean);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/robots.txt", "/favicon.svg", "/css/app.css", "/actuator/health",
			"/actuator/health/liveness", "/questions/999", "/questions?page=x", "/nothing", "/questions/new" })
	void noHeaderOfOneClientChangesAnotherResponse(String address) {
		var clean = ask("GET", address);
		for (var header : HEADERS) {
			ask("GET", address, header);
			assertThat(ask("GET", address)).as("%s after %s", address, header).isEqualTo(clean);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HEAD", "OPTIONS", "POST", "TRACE", "PURGE", "get" })
	void noMethodOfTheFirstClientChangesACachedPage(String method) {
		var clean = cached("/questions");
		this.cache.clear();
		ask(method, "/questions");
		assertThat(ask("GET", "/questions")).isEqualTo(clean);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions/6", "/questions/999", "/sign-in", "/practice" })
	void everyPageIsHtmlInUtf8ForAnyAcceptHeader(String address) {
		assertThat(HEADERS.stream().filter((header) -> header.startsWith("Accept"))).allSatisfy(
				(header) -> assertThat(first(address, header)).contains("Content-Type: text/html;charset=UTF-8\r\n"));
	}

	@Test
	void formsAreNotFilledFromHeaders() {
		var clean = ask("GET", "/questions", "Authorization: x");
		assertThat(Stream.of("Q: data", "Sort: colour", "Page: 9", "Topic: unheard-of", "Difficulty: x"))
			.allSatisfy((header) -> assertThat(ask("GET", "/questions", "Authorization: x", header)).isEqualTo(clean));
	}

	/** Returns the response with an empty cache. */
	private String first(String address, String... headers) {
		this.cache.clear();
		return ask("GET", address, headers);
	}

	/** Returns the response from the cache, stored by a request without headers. */
	private String cached(String address) {
		first(address);
		return ask("GET", address);
	}

	private String ask(String method, String address, String... headers) {
		var response = this.pages.askInTheRaw(method, address, headers).split("\r\n\r\n", 2);
		return response[0].lines()
			.filter((line) -> !line.startsWith("Date: "))
			.sorted()
			.collect(Collectors.joining("\r\n", "", "\r\n\r\n" + response[1]));
	}

}
