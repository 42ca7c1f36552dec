// Saves a scorecard while it is typed. What the server has not confirmed is kept in this
// browser, and sent again: after a lost connection, a reload, and a restart of the server.
// Without this script, the form has a Save button.

const form = document.querySelector("form[data-scorecard]");
const bar = form.querySelector(".status");
const status = bar.querySelector("[data-status]");
const isLocked = form.dataset.locked === "true";

// The limit of a body that is sent while the page is left is 64 KiB (Fetch standard), and of
// one without a session 512 KB. Longer texts are sent in several requests.
const LIMIT_OF_LEAVING = 60_000;
const LIMIT = 400_000;

const PAUSE = 400;
const LONGEST_PAUSE = 30_000;
const ANSWER_TIMEOUT = 200;
const TAB = "scorecard-window";
const prefix = `scorecard ${form.dataset.scorecard} `;

// Storage can be disabled or full: then nothing outlives the page, and saving still works.
function storage(use) {
	try {
		return use(localStorage, sessionStorage);
	}
	catch {
		return null;
	}
}

function newWindow() {
	const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
	storage((_, tab) => tab.setItem(TAB, id));
	return id;
}

let id = storage((_, tab) => tab.getItem(TAB)) ?? newWindow();

const isClock = (name) => name.startsWith("seconds-");
const isTicks = (name) => name.startsWith("points-");
const isField = ({ name, type }) => name && name !== "version" && name !== "window" && (type !== "hidden" || isClock(name) || isTicks(name)) && type !== "submit";
const names = [...new Set([...form.elements].filter(isField).map(({ name }) => name))];

// Returns the value of each field; ticks are numbers with commas, as the server returns them.
function read() {
	const data = new FormData(form);
	return Object.fromEntries(names.map((name) => [name, data.getAll(name).filter((value) => !isTicks(name) || value !== "").join(",").replaceAll("\r\n", "\n")]));
}

function write(name, value) {
	const ticked = value.split(",");
	for (const field of [...form.elements].filter((one) => one.name === name)) {
		if (field.type === "checkbox") {
			field.checked = ticked.includes(field.value);
		}
		else if (field.type === "radio") {
			field.checked = field.value === value;
		}
		else if (!isTicks(name)) {
			field.value = value;
		}
	}
}

// The server removes space at the end of texts, and keeps the greater of two clocks.
const same = (name, one, other) => isClock(name) ? Number(one) === Number(other) : one.trimEnd() === other.trimEnd();

let confirmed = form.querySelector(".mistake") ? {} : read();
const conflicts = new Set();
let sending = null;
let stopped = isLocked;
let failures = 0;
let timer;

function unconfirmed(values = read()) {
	return names.filter((name) => confirmed[name] === undefined || !same(name, values[name], confirmed[name]));
}

function keep() {
	const values = read();
	const changed = unconfirmed(values);
	storage((kept) => changed.length === 0 ? kept.removeItem(prefix + id)
		: kept.setItem(prefix + id, JSON.stringify({ at: Date.now(), version: form.elements.version.value, fields: Object.fromEntries(changed.map((name) => [name, values[name]])) })));
}

function say(text, isUnsaved) {
	if (status.textContent !== text) {
		status.textContent = text;
	}
	status.classList.toggle("unsaved", isUnsaved);
}

function report(problem = "") {
	const count = unconfirmed().filter((name) => !isClock(name)).length;
	say(count === 0 && problem === "" ? "Saved" : `Not yet saved, ${count} ${count === 1 ? "change" : "changes"}${problem}`, count > 0 || problem !== "");
}

function later(pause) {
	clearTimeout(timer);
	timer = setTimeout(send, pause);
}

// Shows the text of another window below a field, with both ways out of the conflict.
function showConflict(name, value) {
	const field = [...form.elements].find((one) => one.name === name && one.type !== "hidden");
	const place = field.closest("fieldset, .input");
	place.parentElement.querySelector(`[data-conflict="${name}"]`)?.remove();
	const note = document.createElement("div");
	note.className = "theirs";
	note.dataset.conflict = name;
	note.tabIndex = -1;
	note.setAttribute("role", "alert");
	note.innerHTML = "<p><strong>Saved in another window:</strong></p><p class='text' dir='auto'></p><p class='actions'><button type='button'>Keep mine</button> <button type='button'>Take this</button></p>";
	note.querySelector(".text").textContent = value === "" ? "(empty)" : value;
	const [mine, theirs] = note.querySelectorAll("button");
	const resolve = () => {
		note.remove();
		conflicts.delete(name);
		field.focus();
		later(0);
	};
	mine.addEventListener("click", resolve);
	theirs.addEventListener("click", () => {
		write(name, value);
		resolve();
	});
	conflicts.add(name);
	place.after(note);
}

function showMistakes(mistakes) {
	for (const old of form.querySelectorAll("[data-mistake]")) {
		old.remove();
	}
	for (const [name, message] of Object.entries(mistakes)) {
		const note = document.createElement("p");
		note.className = "mistake";
		note.dataset.mistake = name;
		note.textContent = message;
		const field = [...form.elements].find((one) => one.name === name && one.type !== "hidden");
		(field?.closest("fieldset, .input") ?? bar).append(note);
	}
}

// Takes over the fields of a response, except for those that were changed since it was asked.
// Changes that are still to be sent keep the version that they were made on.
function adopt(reply, sent, unsent) {
	const now = read();
	if (unsent.length === 0) {
		form.elements.version.value = reply.version;
	}
	for (const name of names.filter((one) => reply.fields[one] !== undefined && !unsent.includes(one) && !same(one, reply.fields[one], sent[one]))) {
		if (isClock(name)) {
			write(name, String(Math.max(Number(now[name]), Number(reply.fields[name]))));
		}
		else if (same(name, now[name], sent[name])) {
			write(name, reply.fields[name]);
		}
		else {
			showConflict(name, reply.fields[name]);
		}
	}
}

const REFUSALS = {
	401: ": you are signed out. Sign in again in another tab; your text is kept in this browser",
	403: ": please reload the page; your text is kept in this browser",
	404: ": this scorecard is not open to you any more; your text is kept in this browser",
	410: ": the interview is closed; your text is kept in this browser",
	413: ": a text is too long; it is kept in this browser",
};

async function receive(answer, sent, unsent) {
	const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
	const reply = isJson ? await answer.json() : null;
	if (answer.ok && reply) {
		failures = 0;
		confirmed = reply.fields;
		showMistakes({});
		adopt(reply, sent, unsent);
	}
	else if (answer.status === 409 && reply?.locked) {
		stopped = true;
		report(`: ${reply.locked}`);
		return;
	}
	else if (answer.status === 409 && reply) {
		adopt({ ...reply, fields: { ...reply.fields, ...Object.fromEntries(Object.keys(reply.theirs).map((name) => [name, sent[name]])) } }, sent, unsent);
		for (const [name, value] of Object.entries(reply.theirs)) {
			confirmed[name] = value;
			showConflict(name, value);
		}
		report(": another window has saved other text");
		return;
	}
	else if (answer.status === 422 && reply) {
		showMistakes(reply.errors);
		report(`: ${Object.values(reply.errors)[0]}`);
		return;
	}
	else {
		failures++;
		report(REFUSALS[answer.status] ?? "");
		later(Math.min(LONGEST_PAUSE, 1000 * 2 ** failures));
		return;
	}
	keep();
	report();
	if (unconfirmed().length > 0) {
		later(PAUSE);
	}
}

// Returns the body of a request with as many changes as fit, but at least one. The server
// keeps the stored value of a field that is not sent.
function body(values, changed, limit) {
	form.elements.window.value = id;
	const parameters = new URLSearchParams([...new FormData(form)].filter(([name]) => !names.includes(name)));
	let size = parameters.toString().length;
	const unsent = changed.filter((name, at) => {
		size += new URLSearchParams([[name, values[name]]]).toString().length + 1;
		if (at > 0 && size > limit) {
			return true;
		}
		parameters.append(name, values[name]);
		return false;
	});
	return { parameters, unsent };
}

const request = (parameters, options) => fetch(form.action, { method: "POST", body: parameters, headers: { "X-Requested-With": "scorecard", "Accept": "application/json" }, ...options });

async function send() {
	if (sending || stopped || conflicts.size > 0 || unconfirmed().length === 0) {
		return;
	}
	sending = new AbortController();
	const sent = read();
	const { parameters, unsent } = body(sent, unconfirmed(sent), LIMIT);
	try {
		await receive(await request(parameters, { signal: sending.signal }), sent, unsent);
	}
	catch {
		failures++;
		report();
		later(Math.min(LONGEST_PAUSE, 1000 * 2 ** failures));
	}
	finally {
		sending = null;
	}
}

// Sends until everything is confirmed, or a request fails.
async function flush() {
	clearTimeout(timer);
	do {
		await send();
	} while (failures === 0 && !stopped && conflicts.size === 0 && !form.querySelector("[data-mistake]") && unconfirmed().length > 0);
}

// Browsers end the requests of a page that is left, except for small ones with keepalive.
// Their response is not read: what they saved is confirmed when this browser sends it again.
addEventListener("pagehide", () => {
	const values = read();
	const changed = unconfirmed(values);
	if (stopped || conflicts.size > 0 || changed.length === 0) {
		return;
	}
	sending?.abort();
	const { parameters } = body(values, changed, LIMIT_OF_LEAVING);
	if (parameters.toString().length <= LIMIT_OF_LEAVING) {
		request(parameters, { keepalive: true }).catch(() => {});
	}
});

form.addEventListener("input", () => {
	keep();
	report();
	later(PAUSE);
});

addEventListener("online", () => later(0));
document.addEventListener("visibilitychange", () => later(0));

// Saves first, so that nothing unconfirmed is left in this browser after the submission. An
// open conflict has to be resolved before.
form.addEventListener("submit", async (event) => {
	if (form.dataset.flushed || stopped) {
		return;
	}
	event.preventDefault();
	// A form ignores requestSubmit() during its own submit event.
	do {
		await new Promise((resolve) => setTimeout(resolve, 20));
	} while (sending);
	await flush();
	if (conflicts.size > 0) {
		say("Not saved: choose a text where another window has saved a different one", true);
		form.querySelector("[data-conflict]").focus();
		return;
	}
	const button = event.submitter;
	if (button?.hasAttribute("formaction") && unconfirmed().length === 0) {
		form.dataset.flushed = "true";
		isSubmission = true;
		form.requestSubmit(button);
		isSubmission = false;
	}
});
addEventListener("pageshow", () => {
	delete form.dataset.flushed;
	later(0);
});

// Leaves the saved fields out of the submission, which could be too long with them.
let isSubmission = false;
form.addEventListener("formdata", ({ formData }) => {
	if (isSubmission) {
		names.forEach((name) => formData.delete(name));
	}
});

// Changes of other open windows of this scorecard are sent by those. They answer here.
const openElsewhere = new Set();
const windows = new BroadcastChannel(prefix);
windows.addEventListener("message", ({ data }) => {
	if (data.asks) {
		windows.postMessage({ open: id });
	}
	else {
		openElsewhere.add(data.open);
	}
});
windows.postMessage({ asks: true });
setTimeout(() => {
	// A duplicated tab starts with a copy of the session storage of its original.
	if (openElsewhere.has(id)) {
		id = newWindow();
	}
	restore();
}, ANSWER_TIMEOUT);

// Returns the changes that closed windows left unconfirmed, the oldest first.
function leftovers() {
	return storage((kept) => Object.keys(kept)
		.filter((name) => name.startsWith(prefix) && !openElsewhere.has(name.slice(prefix.length)))
		.map((name) => ({ name, ...JSON.parse(kept.getItem(name)) }))
		.sort((one, other) => one.at - other.at)) ?? [];
}

// Puts unconfirmed changes back into the form, on the version that they were made on, so
// that the server merges them with later ones.
function restore() {
	const found = leftovers();
	for (const { name, version, fields } of found) {
		const changed = Object.entries(fields).filter(([field, value]) => names.includes(field) && !same(field, value, read()[field]));
		if (isLocked) {
			changed.filter(([field]) => !isClock(field)).forEach(([field, value]) => showUnsaved(field, value));
			continue;
		}
		if (changed.length > 0) {
			form.elements.version.value = Math.min(Number(form.elements.version.value), Number(version));
			changed.forEach(([field, value]) => write(field, value));
			id = name.slice(prefix.length);
			storage((_, tab) => tab.setItem(TAB, id));
		}
		else {
			storage((kept) => kept.removeItem(name));
		}
	}
	if (!isLocked) {
		keep();
		for (const { name } of found.filter((one) => one.name !== prefix + id)) {
			storage((kept) => kept.removeItem(name));
		}
		report();
		if (!form.querySelector(".summary")) {
			later(0);
		}
	}
}

// Shows text that came too late to be saved, to copy it.
function showUnsaved(name, value) {
	const field = [...form.elements].find((one) => one.name === name && one.type !== "hidden");
	const note = document.createElement("div");
	note.className = "theirs";
	note.innerHTML = "<p><strong>Not saved, kept in this browser:</strong></p><p class='text' dir='auto'></p>";
	note.querySelector(".text").textContent = value;
	field?.closest("fieldset, .input").after(note);
}

bar.hidden = isLocked;
