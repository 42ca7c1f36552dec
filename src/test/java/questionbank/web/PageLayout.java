package questionbank.web;

import java.util.List;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Assertions on the layout of a page at several widths, with all details open. */
final class PageLayout {

	private static final List<Integer> WIDTHS = List.of(320, 390, 820, 1130, 1280);

	private PageLayout() {
	}

	/** Asserts that neither the page nor a part of it scrolls sideways. */
	static void assertNoHorizontalScrolling(Page page, String name) {
		assertEmpty(page, name, """
				() => [document.documentElement, ...document.querySelectorAll('body *')]
					.filter((element) => element.scrollWidth > element.clientWidth
						&& (element === document.documentElement
							|| ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)))
					.map((element) => `${element.tagName} ${element.className} `
						+ `${element.scrollWidth} > ${element.clientWidth}`)""");
	}

	/**
	 * Asserts that no word of usual length is broken across lines. An e-mail address is
	 * not a word of usual length.
	 */
	static void assertWordsUnbroken(Page page, String name) {
		assertEmpty(page, name,
				"""
						() => {
							const broken = [];
							const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
							while (texts.nextNode()) {
								// Text for screen readers is a pixel wide.
								if (texts.currentNode.parentElement.getBoundingClientRect().width <= 1) {
									continue;
								}
								for (const [word, index] of [...texts.currentNode.data.matchAll(/\\S*@\\S*|[a-z0-9’]+/gi)]
									.map((match) => [match[0], match.index])) {
									const range = document.createRange();
									range.setStart(texts.currentNode, index);
									range.setEnd(texts.currentNode, index + word.length);
									const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
									// Words that other tests made up are wider than real ones.
									if (word.length < 20 && !word.includes('@') && !word.startsWith('zeppelin') && lines.size > 1) {
										broken.push(word);
									}
								}
							}
							return broken;
						}""");
	}

	private static void assertEmpty(Page page, String name, String script) {
		page.evaluate("document.querySelectorAll('details').forEach((details) => details.open = true)");
		for (var width : WIDTHS) {
			page.setViewportSize(width, 900);
			assertThat(page.evaluate(script)).as("%s at %s px", name, width).isEqualTo(List.of());
		}
	}

}
