// Fetches what is the learner's own into pages that are the same for all readers: the last
// grade, the star, the note, and what is due. Asks only if someone is signed in, or if a page
// of practice has noted in this browser that it was used.

const KEY = "practised";

function isKnown() {
	try {
		return document.querySelector("script[data-known=true]") !== null || localStorage.getItem(KEY) !== null;
	}
	catch {
		return false;
	}
}

// Shows or hides the space that display.js and the stylesheet reserve.
function showReserved(known) {
	document.documentElement.toggleAttribute("data-practised", known);
	if (!known) {
		document.querySelector("script[data-known]")?.removeAttribute("data-known");
	}
}

function note(known) {
	try {
		known ? localStorage.setItem(KEY, "1") : localStorage.removeItem(KEY);
		showReserved(known);
	}
	catch {
		// Without storage, each page is as for a new reader.
	}
}

// Fetches a fragment or page; null if it fails.
async function load(address, options) {
	try {
		const answer = await fetch(address, options);
		return answer.status < 500 ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
	}
	catch {
		return null;
	}
}

async function showRows() {
	const rows = [...document.querySelectorAll(".own-row:empty")];
	const address = document.querySelector("script[data-rows]")?.dataset.rows;
	if (rows.length === 0 || !address) {
		return;
	}
	const query = new URLSearchParams(rows.map((row) => ["question", row.dataset.own]));
	const page = await load(`${address}?${query}`);
	if (page && !page.querySelector(".own-row")) {
		note(false);
		return;
	}
	for (const row of page ? rows : []) {
		const own = page.getElementById(`own-${row.dataset.own}`);
		if (own) {
			row.replaceWith(own);
		}
	}
	if (page) {
		showReserved(true);
	}
}

// Shows the learner's part of a question from the page of its bookmark.
function showQuestion(page) {
	const part = document.querySelector("[data-own-question], .own-question");
	const own = page?.querySelector(".own-question[data-learner=true]");
	if (!part || !own) {
		return false;
	}
	const star = page.querySelector("form.star");
	document.querySelector("[data-star], .read form.star")?.replaceWith(star);
	part.replaceWith(own);
	return true;
}

async function showToday() {
	const part = document.querySelector("[data-own-today]");
	const page = part && await load(part.dataset.ownToday);
	const own = page?.querySelector(".own-today");
	if (own) {
		part.replaceChildren(own);
		document.querySelector("[data-own-start]").textContent = own.dataset.start;
	}
	else if (page) {
		note(false);
	}
}

async function show() {
	if (!isKnown()) {
		return;
	}
	const part = document.querySelector("[data-own-question]");
	await Promise.all([showRows(), showToday(),
		part && load(part.dataset.ownQuestion).then((page) => {
			for (const details of page?.querySelectorAll(".own-question details") ?? []) {
				details.open = false;
			}
			return showQuestion(page) || (page && note(false));
		})]);
}

function send(form) {
	return load(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
}

document.addEventListener("submit", async (event) => {
	const form = event.target;
	if (!form.matches("form.star, form.note")) {
		return;
	}
	event.preventDefault();
	const page = await send(form);
	if (form.closest(".own-row")) {
		const star = page?.getElementById(form.id);
		if (star) {
			form.replaceWith(star);
			star.querySelector("button").focus();
			return;
		}
	}
	else if (showQuestion(page)) {
		const summary = document.querySelector(".own-question .summary");
		(summary ?? document.querySelector(form.matches(".star") ? "form.star button" : ".own-question .note button")).focus();
		return;
	}
	// The server shows what is wrong.
	form.submit();
});

// The first star of a reader: opens the page of the bookmark in the background, and submits it.
document.addEventListener("click", async (event) => {
	const link = event.target.closest("a[data-star]");
	if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
		return;
	}
	event.preventDefault();
	const form = (await load(link.href))?.querySelector("form.star");
	if (form && showQuestion(await send(form))) {
		note(true);
		document.querySelector("form.star button").focus();
	}
	else {
		location.assign(link.href);
	}
});

document.addEventListener("htmx:afterSettle", () => isKnown() && showRows());
show();
