// Updates the list while filters change, by htmx, which is loaded when the filters are first
// used, as most readers do not use them. Until it is loaded, and without it, the form is
// submitted like any other.

const filters = document.getElementById("filters");

function parameters() {
	return new URLSearchParams(new FormData(filters)).toString();
}

// htmx initializes on DOMContentLoaded, which is over by now, unless the page has loaded.
const loaded = new Promise((resolve) => {
	if (document.readyState === "complete") {
		resolve();
	}
	else {
		addEventListener("load", resolve, { once: true });
	}
});

// Whether the list is still that of an earlier search. The next list replaces the message.
let outdated = false;

function showOutdated() {
	const message = document.createElement("span");
	message.className = "mistake";
	message.textContent = navigator.onLine
		? "The list could not be updated. Please try again in a moment."
		: "You are offline. The list is not updated until you are back.";
	document.getElementById("count").replaceChildren(message);
	outdated = true;
}

const asOpened = parameters();
let loading;

async function loadHtmx() {
	const before = parameters();
	await loaded;
	try {
		await import(filters.dataset.htmx);
	}
	catch {
		loading = undefined;
		if (parameters() !== asOpened) {
			showOutdated();
		}
		return;
	}
	if (outdated || parameters() !== before) {
		filters.requestSubmit();
	}
}

for (const event of ["focusin", "pointerover", "input"]) {
	filters.addEventListener(event, () => loading ??= loadHtmx());
}
if (filters.contains(document.activeElement)) {
	loading = loadHtmx();
}

for (const failure of ["htmx:sendError", "htmx:timeout"]) {
	filters.addEventListener(failure, showOutdated);
}
filters.addEventListener("htmx:afterRequest", ({ detail }) => {
	if (detail.xhr.status >= 500) {
		showOutdated();
	}
	else if (detail.successful) {
		outdated = false;
	}
});
addEventListener("online", () => {
	if (outdated) {
		filters.requestSubmit();
	}
});

// Leaves empty parameters out of the address, which is copied and bookmarked.
filters.addEventListener("htmx:configRequest", ({ detail }) => {
	for (const name of ["q", "sort", "practised"]) {
		if (detail.parameters[name] === "") {
			delete detail.parameters[name];
		}
	}
});

// The summary of errors is about the filters that the page was opened with.
document.addEventListener("htmx:afterSwap", () => document.querySelector(".browse > .summary")?.remove());

// The input event has already searched when the change event fires on leaving the field;
// a second search would replace the checkboxes just when one is being clicked.
document.getElementById("q").addEventListener("change", (event) => event.stopPropagation());

// Where the facets are beside the list, the topics are always shown; see question.css.
const beside = matchMedia("(width >= 68.75rem)");

function openTopics() {
	const topics = document.querySelector("#facets details");
	if (topics && beside.matches) {
		topics.open = true;
	}
}
openTopics();
beside.addEventListener("change", openTopics);

// New facets replace the old: keeps the list of topics open, its scroll position, and the
// boxes that were checked while the request was running.
let scrolled = 0;

document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
	const current = detail.target.querySelector("details");
	const replacement = detail.fragment.querySelector("#facets");
	const next = replacement?.querySelector("details");
	if (!current || !next) {
		return;
	}
	next.open ||= current.open;
	scrolled = current.querySelector(".options").scrollTop;
	for (const box of detail.target.querySelectorAll("input")) {
		const same = replacement.querySelector(`[id="${CSS.escape(box.id)}"]`);
		if (same) {
			same.checked = box.checked;
		}
	}
});

document.addEventListener("htmx:oobAfterSwap", () => {
	openTopics();
	const options = document.querySelector("#facets .options");
	if (options) {
		options.scrollTop = scrolled;
	}
});
