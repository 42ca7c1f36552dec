// Keyboard shortcuts for the buttons of a session, the proposed grade, the clock, drafts of answers, and the
// browser's time zone. All forms work without this.

// Tells own.js in other pages that this browser has a learner.
if (document.querySelector("form[data-known-zone], .session") || /\/sessions\/\d+$/.test(location.pathname)) {
	try {
		localStorage.setItem("practised", "1");
	}
	catch {
		// Without storage, other pages are as for a new reader.
	}
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
for (const field of document.querySelectorAll("[data-zone]")) {
	field.value = zone;
}

// Sends the time zone of the browser if the server knows another one, and reloads the page
// with the practice days of that zone. An unknown zone or a failed request changes nothing.
const known = document.querySelector("form[data-known-zone]");
if (known && zone !== "" && known.dataset.knownZone !== zone) {
	fetch(known.action, { method: "POST", body: new URLSearchParams(new FormData(known)) })
		.then((answer) => answer.status === 204 && location.reload())
		.catch(() => {});
}

// Storage can be disabled or full: then no draft is kept, and everything else works.
function storage(use) {
	try {
		return use(sessionStorage);
	}
	catch {
		return null;
	}
}

// Sends the draft of the question that was open when a mock interview ended.
const unsent = document.querySelector("form[data-unsent]");
const draft = unsent && storage((kept) => kept.getItem(unsent.dataset.unsent));
if (draft) {
	unsent.elements.answer.value = draft;
	unsent.requestSubmit();
}

// Keeps a draft of the answer until the server has saved it.
const arrived = draft ? null : document.querySelector("[data-arrived]");
for (const key of arrived?.dataset.arrived.split(",") ?? []) {
	storage((kept) => kept.removeItem(key));
}
const answer = document.querySelector("textarea[data-kept]");
if (answer) {
	const key = answer.dataset.kept;
	answer.value ||= storage((kept) => kept.getItem(key)) ?? "";
	answer.addEventListener("input", () => storage((kept) => kept.setItem(key, answer.value)));
}

// The pace of a mock interview, as SessionView.pace computes it.
const pace = document.querySelector("[data-pace]");
function paceLabel(elapsed) {
	const [number, total, limit] = ["number", "total", "limit"].map((name) => Number(pace.dataset[name]));
	const each = limit / total;
	const ahead = Math.round((each * (number - 1) - elapsed) / 60000);
	const behind = Math.round((elapsed - each * number) / 60000);
	const state = ahead > 0 ? `${ahead} min ahead` : behind > 0 ? `${behind} min behind` : "on time";
	return `${Math.round(each / 6000) / 10} min a question: ${state}`;
}

// The minutes a question of a mock interview, as a guide.
const guide = document.querySelector("[data-guide]");
guide?.closest("form").addEventListener("input", (event) => {
	const [questions, minutes] = ["questions", "minutes"].map((name) => Number(event.currentTarget.elements[name].value));
	const each = Math.round(10 * minutes / questions) / 10;
	guide.textContent = each > 0 && Number.isFinite(each) ? `${each} minutes a question as a guide.` : "";
});

// Sends the answer at the end of a mock interview once the server can be reached: the error page of the browser
// would replace the page and its text.
async function sendAtEnd(form, says) {
	try {
		await fetch(location.href, { method: "HEAD", cache: "no-store" });
		form.requestSubmit();
	}
	catch {
		says.textContent = "The server cannot be reached. Your answer is kept on this page, and sent when it can.";
		says.classList.remove("unseen");
		setTimeout(() => sendAtEnd(form, says), 3000);
	}
}

// Shows the time since the page was opened, or the remaining time of a mock interview. At
// the end it sends the answer; the server's clock decides whether the time is over.
const clock = document.querySelector("[data-clock]");
if (clock) {
	const face = clock.firstElementChild;
	const says = document.querySelector("[data-clock-says]");
	const opened = Date.now();
	const until = clock.dataset.left ? opened + Number(clock.dataset.left) : null;
	let sent = false;
	const tick = () => {
		const seconds = until === null ? Math.floor((Date.now() - opened) / 1000) : Math.ceil((until - Date.now()) / 1000);
		const over = until !== null && Date.now() >= until;
		face.textContent = over ? "Time is over" : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
		clock.classList.toggle("over", over);
		if (pace && until !== null) {
			pace.textContent = paceLabel(Number(pace.dataset.limit) - Math.max(0, until - Date.now()));
		}
		if (until !== null && (seconds === 300 || seconds === 60)) {
			says.textContent = seconds === 60 ? "One minute is left." : "Five minutes are left.";
		}
		if (over && !sent) {
			sent = true;
			document.querySelector("[data-time-up]").disabled = false;
			sendAtEnd(document.querySelector(".answering"), says);
		}
	};
	clock.hidden = false;
	document.querySelector("[data-until]")?.setAttribute("hidden", "");
	tick();
	setInterval(tick, 1000);
	if (until !== null) {
		setTimeout(tick, until - opened);
	}
	// Browsers delay the timers of hidden tabs.
	document.addEventListener("visibilitychange", tick);
}

// Ignores a second submission within a second: before the browser has the cookie of a
// learner, it could end up with one session and the cookie of another.
let pressed = -Infinity;
document.addEventListener("submit", (event) => {
	if (event.timeStamp - pressed < 1000) {
		event.preventDefault();
	}
	else {
		pressed = event.timeStamp;
	}
});

// Moves the focus to the revealed part, for screen readers.
document.querySelector("[data-revealed]")?.focus();

// Shows the value of the part of a chart that is pointed at or has the focus.
for (const chart of document.querySelectorAll(".chart")) {
	const shown = chart.querySelector("[data-value-shown]");
	if (!shown) {
		continue;
	}
	for (const kind of ["pointerover", "focusin"]) {
		chart.addEventListener(kind, (event) => {
			shown.textContent = event.target.closest("[data-value]")?.dataset.value ?? shown.textContent;
		});
	}
}

const help = document.getElementById("keys");
const rows = document.getElementById("practice-keys");
if (rows) {
	help.querySelector("dl").prepend(rows.content.cloneNode(true));
}

function reveal() {
	document.querySelector("[data-reveal]")?.click();
}

function undo() {
	document.querySelector("[data-undo]")?.click();
}

function grade(number) {
	document.querySelector(`.grading button[value="${number}"]`)?.click();
}

// Proposes a grade by the number of ticked key points, as the server did when it sent the page.
const proposal = document.querySelector("[data-proposals]");
document.querySelector(".ticks")?.addEventListener("change", () => {
	const ticks = [...document.querySelectorAll(".ticks input")];
	const ticked = ticks.filter((tick) => tick.checked).length;
	const proposed = proposal.dataset.proposals.split(" ")[ticked];
	for (const button of document.querySelectorAll(".steps button")) {
		button.classList.toggle("primary", button.value === proposed);
	}
	const name = document.querySelector(`.steps button[value="${proposed}"] b`).textContent.toLowerCase();
	proposal.textContent = `${ticked} of ${ticks.length} key point${ticks.length === 1 ? "" : "s"} ticked. Proposed: ${proposed} ${name}.`;
});

// Enter among the ticks presses nothing.
document.querySelector(".ticks")?.addEventListener("keydown", (event) => {
	if (event.key === "Enter") {
		event.preventDefault();
	}
});

document.addEventListener("keydown", (event) => {
	const typing = event.target.closest("textarea, input:not([type=checkbox]), select") !== null;
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && typing) {
		reveal();
		return;
	}
	const wanted = help.querySelector("[data-keys-wanted]").checked;
	if (typing || !wanted || help.open || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
		return;
	}
	if (event.key === "Enter" && !event.target.closest("a, button, summary, input, label")) {
		reveal();
	}
	else if (event.key >= "1" && event.key <= "4") {
		grade(event.key);
	}
	else if (event.key === "u") {
		undo();
	}
});
