// Measures the time of the current question, and of all. The current question is the one
// that had the focus last. Keys go to the next question and rate it.

const form = document.querySelector("form[data-scorecard]");
const items = [...form.querySelectorAll("[data-question]")];
const overall = form.querySelector(".overall");
const number = form.querySelector("[data-clock-question]");
const face = form.querySelector("[data-clock-face]");
const total = form.querySelector("[data-clock-total]");
const toggle = form.querySelector("[data-clock-toggle]");
const help = document.getElementById("keys");

const SAVE_INTERVAL = 15;

// A reload of the page does not stop the clock.
const RUNNING = `clock-${form.dataset.scorecard}`;

// Storage can be disabled: then a reload stops the clock, and everything else works.
function storage(use) {
	try {
		return use(sessionStorage);
	}
	catch {
		return null;
	}
}

let current = items[0];
// Where keys act: the current question, or the recommendation after them.
let place = current;
let since = null;
let sinceSaved = 0;

const field = (item) => item.querySelector("[name^=seconds-]");
const format = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function show() {
	number.textContent = current.dataset.question;
	face.textContent = format(Number(field(current).value));
	total.textContent = format(items.reduce((sum, item) => sum + Number(field(item).value), 0));
	for (const item of items) {
		item.classList.toggle("current", item === current);
	}
}

// Announces the new time, so that it is saved; see scorecard.js.
function save() {
	sinceSaved = 0;
	field(current).dispatchEvent(new Event("input", { bubbles: true }));
}

function measure() {
	const seconds = since === null ? 0 : Math.floor((Date.now() - since) / 1000);
	if (seconds > 0) {
		since += seconds * 1000;
		sinceSaved += seconds;
		field(current).value = Number(field(current).value) + seconds;
	}
	show();
	if (sinceSaved >= SAVE_INTERVAL) {
		save();
	}
}

function select(item) {
	if (item !== current) {
		measure();
		if (sinceSaved > 0) {
			save();
		}
		current = item;
		show();
	}
}

function move(step) {
	const places = [...items, overall];
	const next = places[places.indexOf(place) + step];
	if (next) {
		(next === overall ? form.querySelector("#recommendation") : next).focus();
		next.scrollIntoView({ block: "start" });
	}
}

// Digits rate the current question, or choose the recommendation.
function rate(value) {
	const radio = place === overall
		? form.querySelector(`[name=recommendation][value="${value === "0" ? "" : value}"]`)
		: current.querySelector(`[name^=rating-][value="${value === "0" ? "not-asked" : value}"]`);
	radio.checked = true;
	if (document.activeElement.name === radio.name) {
		radio.focus();
	}
	radio.dispatchEvent(new Event("input", { bubbles: true }));
}

function run(isRunning) {
	since = isRunning ? Date.now() : null;
	toggle.textContent = isRunning ? "Pause clock" : "Start clock";
	storage((stored) => stored.setItem(RUNNING, isRunning ? "true" : ""));
}

toggle.addEventListener("click", () => {
	measure();
	run(since === null);
	if (since === null) {
		save();
	}
});

form.addEventListener("focusin", ({ target }) => {
	place = target.closest("[data-question], .overall") ?? place;
	if (place !== overall) {
		select(place);
	}
});

function press(event) {
	const typing = event.target.closest("textarea, select, input:not([type=checkbox], [type=radio])") !== null;
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && typing) {
		event.preventDefault();
		move(1);
		return;
	}
	if (typing || !help.querySelector("[data-keys-wanted]").checked || help.open || event.ctrlKey || event.metaKey || event.altKey) {
		return;
	}
	if (event.key === "n") {
		move(1);
	}
	else if (event.key === "p") {
		move(-1);
	}
	else if (event.key === "w") {
		event.preventDefault();
		place.querySelector("textarea").focus();
	}
	else if (/^[0-4]$/.test(event.key)) {
		rate(event.key);
	}
}

if (form.dataset.locked !== "true") {
	help.querySelector("dl").prepend(document.getElementById("scorecard-keys").content.cloneNode(true));
	toggle.hidden = false;
	show();
	if (storage((stored) => stored.getItem(RUNNING))) {
		run(true);
	}
	setInterval(measure, 1000);
	document.addEventListener("keydown", press);
}
