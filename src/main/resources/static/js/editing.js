// What is typed into a form is kept in this browser until it is saved, shown as it will
// look, and not left by accident. Without this the form is sent as any other.

const form = document.querySelector("form[data-kept]");
const key = `draft: ${form.dataset.kept}`;
const PAUSE = 300;

// Storage can be forbidden or full; then nothing is kept, and all else still works.
function storage(use) {
	try {
		return use(localStorage);
	}
	catch {
		return null;
	}
}

function typed() {
	return Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "_csrf" && name !== "theirs"));
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
	storage((kept) => isChanged() ? kept.setItem(key, JSON.stringify(typed())) : kept.removeItem(key));
}

// A draft that was kept from another version is put back with the version it was made
// from, so that saving merges it with what others changed.
function offerKept() {
	const kept = storage((drafts) => JSON.parse(drafts.getItem(key)));
	if (!kept || Object.keys(kept).every((name) => kept[name] === asOpened[name]) || form.querySelector(".mistake")) {
		return;
	}
	const offer = document.createElement("div");
	offer.className = "kept-draft";
	offer.setAttribute("role", "status");
	offer.innerHTML = "<p>There is a draft of yours in this browser that was not saved.</p><p class='actions'><button type='button' class='primary'>Bring it back</button> <button type='button'>Discard it</button></p>";
	const [back, discard] = offer.querySelectorAll("button");
	back.addEventListener("click", () => {
		// A draft may be older than the form, and have a field that it lacks.
		for (const [name, value] of Object.entries(kept).filter(([name]) => form.elements[name])) {
			form.elements[name].value = value;
		}
		offer.remove();
		form.elements.prompt.focus();
	});
	discard.addEventListener("click", () => {
		storage((drafts) => drafts.removeItem(key));
		offer.remove();
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

offerKept();
