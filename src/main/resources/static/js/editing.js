// Enhances the form of a question: stores a draft in this browser until it is saved, shows
// a preview of the answer and similar questions, and asks before unsaved changes are left.
// Without this script, the form is submitted like any other.

const form = document.querySelector("form[data-draft]");
const PAUSE = 300;

// Storage can be disabled or full; then there are no drafts, and everything else works.
function storage(use) {
	try {
		return use(localStorage, sessionStorage);
	}
	catch {
		return null;
	}
}

// Each tab has its own draft: saving in one tab deletes its draft, and not the others.
const drafts = `draft: ${form.dataset.draft}`;
const TAB = "draft-tab";

function newTab() {
	const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
	storage((_, tab) => tab.setItem(TAB, id));
	return id;
}

let key = `${drafts} ${storage((_, tab) => tab.getItem(TAB)) ?? newTab()}`;

// Hidden fields such as the CSRF token belong to this page, except for the version.
function typed() {
	const hidden = new Set([...form.elements].filter(({ type, name }) => type === "hidden" && name !== "version").map(({ name }) => name));
	return Object.fromEntries([...new FormData(form)].filter(([name]) => !hidden.has(name) && name !== "theirs"));
}

const asOpened = typed();
let submitting = false;

function isChanged() {
	const now = typed();
	return Object.keys(now).some((name) => now[name] !== asOpened[name]);
}

function debounced(action) {
	let timer;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(action, PAUSE);
	};
}

function store() {
	storage((kept) => isChanged() ? kept.setItem(key, JSON.stringify({ at: Date.now(), fields: typed() })) : kept.removeItem(key));
}

// Drafts of other open tabs are still being edited there. Tabs with this form answer.
const openElsewhere = new Set();
const tabs = new BroadcastChannel(drafts);
const ANSWER_TIMEOUT = 200;

tabs.addEventListener("message", ({ data }) => {
	if (data.asks) {
		tabs.postMessage({ open: key });
	}
	else {
		openElsewhere.add(data.open);
	}
});
tabs.postMessage({ asks: true });
setTimeout(() => {
	// A duplicated tab starts with a copy of the session storage of its original.
	if (openElsewhere.has(key)) {
		key = `${drafts} ${newTab()}`;
	}
	offerDraft();
}, ANSWER_TIMEOUT);

// Returns the unsaved drafts: that of this tab first, then the latest.
function unsaved() {
	const own = (draft) => draft.name === key;
	return storage((kept) => Object.keys(kept)
		.filter((name) => (name === drafts || name.startsWith(`${drafts} `)) && !openElsewhere.has(name))
		.map((name) => [name, JSON.parse(kept.getItem(name))])
		// Drafts stored by the first version of this script consist of the fields alone.
		.map(([name, draft]) => ({ name, ...(draft.fields ? draft : { at: 0, fields: draft }) }))
		.filter(({ fields }) => Object.keys(fields).some((name) => fields[name] !== asOpened[name]))
		.sort((a, b) => own(b) - own(a) || b.at - a.at)) ?? [];
}

// Offers to restore a draft. A draft of an earlier version is restored with its version, so
// that saving merges it with later changes.
function offerDraft() {
	const [draft] = form.querySelector(".mistake") ? [] : unsaved();
	if (!draft) {
		return;
	}
	const offer = document.createElement("div");
	offer.className = "kept-draft";
	offer.setAttribute("role", "status");
	offer.innerHTML = "<p>This browser has an unsaved draft of yours.</p><p class='actions'><button type='button' class='primary'>Restore draft</button> <button type='button'>Discard draft</button></p>";
	const [restore, discard] = offer.querySelectorAll("button");
	const remove = () => {
		storage((kept) => kept.removeItem(draft.name));
		offer.remove();
	};
	restore.addEventListener("click", () => {
		// A draft may be older than the form, and have fields that it no longer has.
		for (const [name, value] of Object.entries(draft.fields).filter(([name]) => form.elements[name])) {
			form.elements[name].value = value;
		}
		remove();
		store();
		form.elements.prompt.focus();
	});
	discard.addEventListener("click", () => {
		remove();
		offerDraft();
	});
	form.prepend(offer);
}

const latest = new Map();

// Fetches a part of a page; undefined if a later request for the same part has been sent.
async function fetchPart(address, parameters, method, part) {
	const request = Symbol();
	latest.set(part, request);
	const answer = await fetch(address, { method, body: parameters, headers: { "Accept": "text/html" } });
	const text = await answer.text();
	if (latest.get(part) !== request) {
		return undefined;
	}
	return answer.ok ? new DOMParser().parseFromString(text, "text/html").querySelector(part) : null;
}

const preview = document.getElementById("preview");
const previewing = form.querySelector("[data-preview]");
let previewed = false;

async function showPreview() {
	const answer = await fetchPart(previewing.formAction, new URLSearchParams({ sampleAnswer: form.elements.sampleAnswer.value, _csrf: form.elements._csrf?.value ?? "" }), "POST", "#previewed");
	if (answer) {
		preview.replaceChildren(answer);
		preview.hidden = false;
	}
}

previewing.addEventListener("click", (event) => {
	event.preventDefault();
	previewed = true;
	showPreview();
});

const similar = document.getElementById("similar");

async function showSimilar() {
	const prompt = form.elements.prompt.value.trim();
	latest.delete("#similar-questions");
	const found = prompt.length < 15 ? null : await fetchPart(`${form.dataset.similar}?${new URLSearchParams({ prompt })}`, undefined, "GET", "#similar-questions");
	if (found !== undefined) {
		similar.replaceChildren(...(found ? [found] : []));
	}
}

const topicHint = document.getElementById("topic-hint");

async function showTopicHint() {
	const topics = form.elements.topics.value.trim();
	latest.delete("#new-topics");
	const found = topics && await fetchPart(`${form.dataset.topicHints}?${new URLSearchParams({ topics })}`, undefined, "GET", "#new-topics");
	if (found !== undefined) {
		topicHint.replaceChildren(...(found ? [found] : []));
	}
}

const storeSoon = debounced(store);
const previewSoon = debounced(showPreview);
const similarSoon = debounced(showSimilar);
const topicHintSoon = debounced(showTopicHint);

form.addEventListener("input", ({ target }) => {
	storeSoon();
	if (target.name === "sampleAnswer" && previewed) {
		previewSoon();
	}
	if (target.name === "prompt" && form.dataset.similar) {
		similarSoon();
	}
	if (target.name === "topics") {
		topicHintSoon();
	}
});

// Checking a box puts the other editor's text into the field, unchecking it restores the
// user's own. The field is submitted, and the box is not.
for (const box of form.querySelectorAll("[data-theirs]")) {
	const field = form.elements[box.value];
	box.removeAttribute("name");
	let mine = field.value;
	box.addEventListener("change", () => {
		if (box.checked) {
			mine = field.value;
		}
		field.value = box.checked ? box.dataset.theirs : mine;
	});
}

form.addEventListener("submit", (event) => {
	if (!event.submitter?.formTarget) {
		store();
		submitting = true;
	}
});

addEventListener("beforeunload", (event) => {
	if (!submitting && isChanged()) {
		event.preventDefault();
	}
});

// The page may be restored from the back/forward cache after a submission.
addEventListener("pageshow", () => submitting = false);
