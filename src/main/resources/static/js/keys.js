// Keyboard shortcuts for frequent actions, each of which also has a link, field or button.
// They do not apply while a field has the focus, and can be switched off (WCAG 2.1.4).

const OFF = "keys-off";

const dialog = document.getElementById("keys");
const enabled = dialog.querySelector("[data-keys-wanted]");

// Storage may be blocked; the shortcuts are enabled then.
function withStorage(access) {
	try {
		return access(localStorage);
	}
	catch {
		return null;
	}
}

function isTyping(target) {
	return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

function focusSearch() {
	const search = document.getElementById("q");
	if (search) {
		search.focus();
		search.select();
	}
	else {
		location.assign(dialog.dataset.search);
	}
}

function move(step) {
	const neighbour = document.querySelector(`a[rel=${step > 0 ? "next" : "prev"}][aria-keyshortcuts]`);
	if (neighbour) {
		neighbour.click();
		return;
	}
	const links = [...document.querySelectorAll(".entries h2 a")];
	const current = links.indexOf(document.activeElement);
	const next = links[current === -1 ? (step > 0 ? 0 : links.length - 1) : current + step];
	next?.focus();
	next?.scrollIntoView({ block: "nearest" });
}

// Opens the answer, unless an interactive element has the focus.
function openAnswer(event) {
	const answer = document.querySelector(".answer > summary");
	if (!answer || event.target.closest("a, button, summary, input, label")) {
		return false;
	}
	answer.focus();
	answer.click();
}

function showHelp() {
	for (const row of dialog.querySelectorAll("[data-keys-for]")) {
		row.hidden = !document.querySelector(row.dataset.keysFor);
	}
	dialog.showModal();
	dialog.querySelector("h2").focus();
}

const actions = {
	"/": focusSearch,
	"j": () => move(1),
	"k": () => move(-1),
	"Enter": openAnswer,
	"?": showHelp,
};

document.addEventListener("keydown", (event) => {
	const action = actions[event.key];
	if (!action || !enabled.checked || event.ctrlKey || event.metaKey || event.altKey || dialog.open || isTyping(event.target)) {
		return;
	}
	if (action(event) !== false) {
		event.preventDefault();
	}
});

enabled.checked = withStorage((storage) => storage.getItem(OFF)) === null;
enabled.addEventListener("change", () => withStorage((storage) => enabled.checked ? storage.removeItem(OFF) : storage.setItem(OFF, "")));

for (const button of document.querySelectorAll("[data-keys-help]")) {
	button.hidden = false;
	button.addEventListener("click", showHelp);
}
if (location.hash === "#q") {
	focusSearch();
}
