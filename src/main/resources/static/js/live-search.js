// The list follows what is typed and ticked, by htmx. It is fetched once somebody reaches
// for the filters: whoever comes to read needs none of it. Until it is there, and without
// it, the form is sent as any other.

const filters = document.getElementById("filters");

function wanted() {
	return new URLSearchParams(new FormData(filters)).toString();
}

// htmx waits for an event that is over by the time it is fetched, unless all is loaded.
const loaded = new Promise((resolve) => {
	if (document.readyState === "complete") {
		resolve();
	}
	else {
		addEventListener("load", resolve, { once: true });
	}
});

// Says that the list below is of an earlier search. The next list brings its own count.
let outdated = false;

function sayNotUpdated() {
	const said = document.createElement("span");
	said.className = "mistake";
	said.textContent = navigator.onLine
		? "The list could not be updated. Please try again in a moment."
		: "You are offline. The list is not updated until you are back.";
	document.getElementById("count").replaceChildren(said);
	outdated = true;
}

const asOpened = wanted();
let fetched;

async function fetchHtmx() {
	const before = wanted();
	await loaded;
	try {
		await import(filters.dataset.htmx);
	}
	catch {
		fetched = undefined;
		if (wanted() !== asOpened) {
			sayNotUpdated();
		}
		return;
	}
	if (outdated || wanted() !== before) {
		filters.requestSubmit();
	}
}

for (const reach of ["focusin", "pointerover", "input"]) {
	filters.addEventListener(reach, () => fetched ??= fetchHtmx());
}
if (filters.contains(document.activeElement)) {
	fetched = fetchHtmx();
}

for (const failure of ["htmx:sendError", "htmx:timeout"]) {
	filters.addEventListener(failure, sayNotUpdated);
}
filters.addEventListener("htmx:afterRequest", ({ detail }) => {
	if (detail.xhr.status >= 500) {
		sayNotUpdated();
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

// What is left empty or unsaid has no place in an address that is copied and kept.
filters.addEventListener("htmx:configRequest", ({ detail }) => {
	for (const name of ["q", "sort"]) {
		if (detail.parameters[name] === "") {
			delete detail.parameters[name];
		}
	}
});

// What is typed has been searched for by the time the field is left; a search more would
// bring new boxes just as one of them is being ticked.
document.getElementById("q").addEventListener("change", (event) => event.stopPropagation());

// New counts arrive for the topics: whoever is choosing among them keeps the list open, at
// the place to which it was scrolled, and what was ticked while the answer was on its way.
let scrolled = 0;

document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
	const present = detail.target.querySelector("details");
	const coming = detail.fragment.querySelector("#facets");
	if (!present || !coming) {
		return;
	}
	coming.querySelector("details").open ||= present.open;
	scrolled = present.querySelector(".options").scrollTop;
	for (const box of detail.target.querySelectorAll("input")) {
		const same = coming.querySelector(`[id="${CSS.escape(box.id)}"]`);
		if (same) {
			same.checked = box.checked;
		}
	}
});

document.addEventListener("htmx:oobAfterSwap", () => {
	const options = document.querySelector("#facets .options");
	if (options) {
		options.scrollTop = scrolled;
	}
});
