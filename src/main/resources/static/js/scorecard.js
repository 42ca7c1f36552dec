// Saves a scorecard while it is typed. What the server has not confirmed is kept in this
// browser, and sent again: after a lost connection, a reload, and a restart of the server.
// Without this script, the form has a Save button.

const form = document.querySelector("form[data-scorecard]");
const bar = form.querySelector(".status");
const status = bar.querySelector("[data-status]");
const isLocked = form.dataset.locked === "true";
bar.hidden = isLocked;

// The addresses of modules have a content hash, which only the page knows.
const load = (name) => import(document.querySelector(`link[data-module="${name}"]`).href);
const [{ fieldsOf, isClock, same }, { draftsOf }, { notesOf }, { transportOf }] = await Promise.all(["fields", "drafts", "notes", "transport"].map(load));

const PAUSE = 400;
const LONGEST_PAUSE = 30_000;

const fields = fieldsOf(form);
const drafts = draftsOf(form.dataset.scorecard);
const notes = notesOf(form, fields);
const transport = transportOf(form, fields);

let confirmed = form.querySelector(".mistake") ? {} : fields.opened();
let stopped = isLocked;
let failures = 0;
let timer;

function unconfirmed(values = fields.read()) {
	return fields.names.filter((name) => confirmed[name] === undefined || !same(name, values[name], confirmed[name]));
}

function keep() {
	const values = fields.read();
	drafts.keep(form.elements.version.value, Object.fromEntries(unconfirmed(values).map((name) => [name, values[name]])));
}

function say(text, isUnsaved) {
	if (status.textContent !== text) {
		status.textContent = text;
	}
	status.classList.toggle("unsaved", isUnsaved);
}

function report(problem = "") {
	const count = unconfirmed().filter((name) => !isClock(name)).length;
	const cause = problem === "" && count > 0 && !navigator.onLine ? ": you are offline, and they are kept in this browser" : problem;
	say(count === 0 && cause === "" ? "Saved" : `Not yet saved, ${count} ${count === 1 ? "change" : "changes"}${cause}`, count > 0 || cause !== "");
}

function later(pause) {
	clearTimeout(timer);
	timer = setTimeout(send, pause);
}

const sendNow = () => later(0);

function fail(problem) {
	failures++;
	report(problem);
	later(Math.min(LONGEST_PAUSE, 1000 * 2 ** failures));
}

// Takes over the fields of a response, except for those that were changed since it was asked.
// Changes that are still to be sent keep the version that they were made on.
function adopt(reply, sent, unsent) {
	const now = fields.read();
	if (unsent.length === 0) {
		form.elements.version.value = reply.version;
	}
	for (const name of fields.names.filter((one) => reply.fields[one] !== undefined && !unsent.includes(one) && !same(one, reply.fields[one], sent[one]))) {
		if (isClock(name)) {
			fields.write(name, String(Math.max(Number(now[name]), Number(reply.fields[name]))));
		}
		else if (same(name, now[name], sent[name])) {
			fields.write(name, reply.fields[name]);
		}
		else {
			notes.showConflict(name, reply.fields[name], sendNow);
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
		notes.showMistakes({});
		adopt(reply, sent, unsent);
		keep();
		report();
		if (unconfirmed().length > 0) {
			later(PAUSE);
		}
	}
	else if (answer.status === 409 && reply?.locked) {
		stopped = true;
		report(`: ${reply.locked}`);
	}
	else if (answer.status === 409 && reply) {
		adopt({ ...reply, fields: { ...reply.fields, ...Object.fromEntries(Object.keys(reply.theirs).map((name) => [name, sent[name]])) } }, sent, unsent);
		for (const [name, value] of Object.entries(reply.theirs)) {
			confirmed[name] = value;
			notes.showConflict(name, value, sendNow);
		}
		report(": another window has saved other text");
	}
	else if (answer.status === 422 && reply) {
		notes.showMistakes(reply.errors);
		report(`: ${Object.values(reply.errors)[0]}`);
	}
	else {
		fail(REFUSALS[answer.status]);
	}
}

async function send() {
	const sent = fields.read();
	const changed = unconfirmed(sent);
	if (transport.isSending() || stopped || notes.hasConflicts() || changed.length === 0) {
		return;
	}
	form.elements.window.value = drafts.window();
	try {
		await transport.send(sent, changed, (answer, unsent) => receive(answer, sent, unsent));
	}
	catch {
		fail();
	}
}

// Sends until everything is confirmed, or a request fails.
async function flush() {
	clearTimeout(timer);
	do {
		await send();
	} while (failures === 0 && !stopped && !notes.hasConflicts() && !notes.hasMistakes() && unconfirmed().length > 0);
}

form.addEventListener("input", () => {
	keep();
	report();
	later(PAUSE);
});

addEventListener("online", sendNow);
addEventListener("offline", () => report());
document.addEventListener("visibilitychange", sendNow);
addEventListener("pagehide", () => {
	const values = fields.read();
	const changed = unconfirmed(values);
	if (!stopped && !notes.hasConflicts() && changed.length > 0) {
		form.elements.window.value = drafts.window();
		transport.sendWhileLeaving(values, changed);
	}
});

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
	} while (transport.isSending());
	await flush();
	if (notes.hasConflicts()) {
		say("Not saved: choose a text where another window has saved a different one", true);
		notes.focusConflict();
		return;
	}
	if (unconfirmed().length > 0 && !stopped && !notes.hasMistakes()) {
		report(navigator.onLine ? ", so nothing is submitted: please try again" : ", so nothing is submitted: you are offline");
		return;
	}
	const button = event.submitter;
	if (button?.hasAttribute("formaction") && unconfirmed().length === 0) {
		form.dataset.flushed = "true";
		transport.submit(button);
	}
});
addEventListener("pageshow", ({ persisted }) => {
	delete form.dataset.flushed;
	if (persisted) {
		sendNow();
	}
});

// Puts unconfirmed changes back into the form, on the version that they were made on, so
// that the server merges them with later ones.
function restore(leftovers) {
	for (const draft of leftovers) {
		const changed = Object.entries(draft.fields).filter(([name, value]) => fields.names.includes(name) && !same(name, value, fields.read()[name]));
		if (changed.length > 0) {
			form.elements.version.value = Math.min(Number(form.elements.version.value), Number(draft.version));
			changed.forEach(([name, value]) => fields.write(name, value));
			drafts.continueAs(draft.window);
		}
		else {
			drafts.remove(draft.window);
		}
	}
	keep();
	leftovers.filter(({ window }) => window !== drafts.window()).forEach(({ window }) => drafts.remove(window));
	report();
	if (!form.querySelector(".summary")) {
		sendNow();
	}
}

// Shows the changes that were typed before the scorecard was locked.
function showUnsaved(leftovers) {
	for (const draft of leftovers) {
		Object.entries(draft.fields)
			.filter(([name, value]) => fields.names.includes(name) && !isClock(name) && !same(name, value, fields.read()[name]))
			.forEach(([name, value]) => notes.showUnsaved(name, value));
	}
}

const leftovers = await drafts.leftovers();
if (isLocked) {
	showUnsaved(leftovers);
}
else {
	restore(leftovers);
	// Without this script, submitting the form again keeps the own text.
	for (const note of form.querySelectorAll("[data-theirs]")) {
		note.remove();
		confirmed[note.dataset.theirs] = note.dataset.value;
		notes.showConflict(note.dataset.theirs, note.dataset.value, sendNow);
	}
}
