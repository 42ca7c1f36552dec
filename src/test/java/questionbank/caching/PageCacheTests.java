package questionbank.caching;

import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PageCacheTests {

	private final CountedPages pages = new CountedPages(DataSize.ofMegabytes(1));

	@Test
	void rendersAPageOnceForAllAnonymousReaders() throws Exception {
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 1");
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 1");
		assertThat(this.pages.count()).isEqualTo(1);
	}

	@Test
	void rendersAPageAgainWhenTheContentHasChanged() throws Exception {
		this.pages.get(CountedPages.anonymous());
		this.pages.version.advanceTo(2, 2);
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 2");
	}

	@Test
	void servesNothingWhileTheContentIsInvalid() throws Exception {
		this.pages.get(CountedPages.anonymous());
		this.pages.version.invalidate();
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 2");
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 3");
		this.pages.version.advanceTo(1, 1);
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 1");
	}

	@Test
	void storesNothingWhileTheContentIsInvalid() throws Exception {
		this.pages.version.invalidate();
		assertThat(this.pages.response(CountedPages.anonymous()).getHeader("ETag")).isNull();
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 2");
	}

	@Test
	void storesAPageForEachQueryAndScheme() throws Exception {
		var query = CountedPages.anonymous();
		query.setQueryString("q=a");
		var secure = CountedPages.anonymous();
		secure.setSecure(true);
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 1");
		assertThat(this.pages.get(query)).isEqualTo("page 2");
		assertThat(this.pages.get(secure)).isEqualTo("page 3");
		assertThat(this.pages.get(query)).isEqualTo("page 2");
	}

	@Test
	void storesAPageForEachContextPath() throws Exception {
		var outer = CountedPages.anonymous();
		outer.setContextPath("/a");
		outer.setRequestURI("/a/b/questions");
		var inner = CountedPages.anonymous();
		inner.setContextPath("/a/b");
		inner.setRequestURI("/a/b/questions");
		assertThat(this.pages.get(outer)).isEqualTo("page 1");
		assertThat(this.pages.get(inner)).isEqualTo("page 2");
		assertThat(this.pages.get(outer)).isEqualTo("page 1");
		assertThat(this.pages.response(outer).getHeader("ETag"))
			.isNotEqualTo(this.pages.response(inner).getHeader("ETag"));
	}

	@Test
	void evictsPagesThatExceedTheMemory() throws Exception {
		var disabled = new CountedPages(DataSize.ofBytes(0));
		for (int times = 1; times <= 20; times++) {
			assertThat(disabled.get(CountedPages.anonymous())).startsWith("page ");
		}
		assertThat(disabled.count()).isEqualTo(20);
	}

}
