// What is typed into a form is kept in this browser until it is saved, shown as it will
// look, and not left by accident. Without this the form is sent as any other.

const form = document.querySelector("form[data-kept]");
const PAUSE = 300;

// Storage can be forbidden or full; then nothing is kept, and all else still works.
function storage(use) {
	try {
		return use(localStorage, sessionStorage);
	}
	catch {
		return null;
	}
}

// Every tab keeps a draft of its own: saving in one, which removes it, leaves the others.
const drafts = `draft: ${form.dataset.kept}`;
const TAB = "draft-tab";

function newTab() {
	const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
	storage((_, tab) => tab.setItem(TAB, id));
	return id;
}

let key = `${drafts} ${storage((_, tab) => tab.getItem(TAB)) ?? newTab()}`;

// The token of the form and the like are of this page alone; the version goes with the draft.
function typed() {
	const hidden = new Set([...form.elements].filter(({ type, name }) => type === "hidden" && name !== "version").map(({ name }) => name));
	return Object.fromEntries([...new FormData(form)].filter(([name]) => !hidden.has(name) && name !== "theirs"));
}

const asOpened = typed();
let leaving = false;

function isChanged() {
	const now = typed();
	return Object.keys(now).some((name) => now[name] !== asOpened[name]);
}

function pausing(act) {
	let timer;
	return () => {
		clearTimeout(timer);
		timer = setTimeout(act, PAUSE);
	};
}

function keep() {
	storage((kept) => isChanged() ? kept.setItem(key, JSON.stringify({ at: Date.now(), fields: typed() })) : kept.removeItem(key));
}

// Drafts in tabs that are open are typed on there. Whatever tab has this form open says so.
const openElsewhere = new Set();
const tabs = new BroadcastChannel(drafts);
const ANSWERED = 200;

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
	// A duplicated tab has the storage of its original.
	if (openElsewhere.has(key)) {
		key = `${drafts} ${newTab()}`;
	}
	offerKept();
}, ANSWERED);

// This tab's own first, then the latest.
function unsaved() {
	const own = (draft) => draft.name === key;
	return storage((kept) => Object.keys(kept)
		.filter((name) => (name === drafts || name.startsWith(`${drafts} `)) && !openElsewhere.has(name))
		.map((name) => [name, JSON.parse(kept.getItem(name))])
		// One from before drafts had a time is its fields alone.
		.map(([name, draft]) => ({ name, ...(draft.fields ? draft : { at: 0, fields: draft }) }))
		.filter(({ fields }) => Object.keys(fields).some((name) => fields[name] !== asOpened[name]))
		.sort((one, other) => own(other) - own(one) || other.at - one.at)) ?? [];
}

// A draft that was kept from another version is put back with the version it was made
// from, so that saving merges it with what others changed.
function offerKept() {
	const [draft] = form.querySelector(".mistake") ? [] : unsaved();
	if (!draft) {
		return;
	}
	const offer = document.createElement("div");
	offer.className = "kept-draft";
	offer.setAttribute("role", "status");
	offer.innerHTML = "<p>There is a draft of yours in this browser that was not saved.</p><p class='actions'><button type='button' class='primary'>Bring it back</button> <button type='button'>Discard it</button></p>";
	const [back, discard] = offer.querySelectorAll("button");
	const remove = () => {
		storage((kept) => kept.removeItem(draft.name));
		offer.remove();
	};
	back.addEventListener("click", () => {
		// A draft may be older than the form, and have a field that it lacks.
		for (const [name, value] of Object.entries(draft.fields).filter(([name]) => form.elements[name])) {
			form.elements[name].value = value;
		}
		remove();
		keep();
		form.elements.prompt.focus();
	});
	discard.addEventListener("click", () => {
		remove();
		offerKept();
	});
	form.prepend(offer);
}

const latest = new Map();

// What is asked for anew is not overwritten by an earlier answer that comes late.
async function fetched(address, parameters, method, part) {
	const asked = Symbol();
	latest.set(part, asked);
	const answer = await fetch(address, { method, body: parameters, headers: { "Accept": "text/html" } });
	const text = await answer.text();
	if (latest.get(part) !== asked) {
		return undefined;
	}
	return answer.ok ? new DOMParser().parseFromString(text, "text/html").querySelector(part) : null;
}

const preview = document.getElementById("preview");
const previewing = form.querySelector("[data-preview]");
let previewed = false;

async function showPreview() {
	const answer = await fetched(previewing.formAction, new URLSearchParams({ sampleAnswer: form.elements.sampleAnswer.value, _csrf: form.elements._csrf?.value ?? "" }), "POST", "#previewed");
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
	const found = prompt.length < 15 ? null : await fetched(`${form.dataset.similar}?${new URLSearchParams({ prompt })}`, undefined, "GET", "#similar-questions");
	if (found !== undefined) {
		similar.replaceChildren(...(found ? [found] : []));
	}
}

const keepSoon = pausing(keep);
const previewSoon = pausing(showPreview);
const similarSoon = pausing(showSimilar);

form.addEventListener("input", ({ target }) => {
	keepSoon();
	if (target.name === "sampleAnswer" && previewed) {
		previewSoon();
	}
	if (target.name === "prompt" && form.dataset.similar) {
		similarSoon();
	}
});

// Theirs is put into the field at once, and mine comes back if the tick is taken away. What
// is in the field then counts, and the tick is not sent.
for (const tick of form.querySelectorAll("[data-theirs]")) {
	const field = form.elements[tick.value];
	tick.removeAttribute("name");
	let mine = field.value;
	tick.addEventListener("change", () => {
		if (tick.checked) {
			mine = field.value;
		}
		field.value = tick.checked ? tick.dataset.theirs : mine;
	});
}

form.addEventListener("submit", (event) => {
	if (!event.submitter?.formTarget) {
		keep();
		leaving = true;
	}
});

addEventListener("beforeunload", (event) => {
	if (!leaving && isChanged()) {
		event.preventDefault();
	}
});

// Whoever comes back from the next page may go on typing.
addEventListener("pageshow", () => leaving = false);
