// One key each for what is done most. Keys typed into a field stay there, and nothing
// here is needed: every key has a link, a field or a button that does the same.
// Whoever speaks to the computer, or rests a hand on the keyboard, can switch them off.

const OFF = "keys-off";

const help = document.getElementById("keys");
const wanted = help.querySelector("[data-keys-wanted]");

// Storage can be forbidden; then the keys simply stay on.
function remembered(remember) {
	try {
		return remember(localStorage);
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
		location.assign(help.dataset.search);
	}
}

function move(step) {
	const neighbour = document.querySelector(`a[rel=${step > 0 ? "next" : "prev"}][aria-keyshortcuts]`);
	if (neighbour) {
		neighbour.click();
		return;
	}
	const links = [...document.querySelectorAll(".entries h2 a")];
	const present = links.indexOf(document.activeElement);
	const next = links[present === -1 ? (step > 0 ? 0 : links.length - 1) : present + step];
	next?.focus();
	next?.scrollIntoView({ block: "nearest" });
}

// Where nothing else has the focus, Enter is for the answer.
function openAnswer(event) {
	const answer = document.querySelector(".answer > summary");
	if (!answer || event.target.closest("a, button, summary, input, label")) {
		return false;
	}
	answer.focus();
	answer.click();
}

function showHelp() {
	help.showModal();
	help.querySelector("h2").focus();
}

const keys = {
	"/": focusSearch,
	"j": () => move(1),
	"k": () => move(-1),
	"Enter": openAnswer,
	"?": showHelp,
};

document.addEventListener("keydown", (event) => {
	const action = keys[event.key];
	if (!action || !wanted.checked || event.ctrlKey || event.metaKey || event.altKey || help.open || isTyping(event.target)) {
		return;
	}
	if (action(event) !== false) {
		event.preventDefault();
	}
});

wanted.checked = remembered((storage) => storage.getItem(OFF)) === null;
wanted.addEventListener("change", () => remembered((storage) => wanted.checked ? storage.removeItem(OFF) : storage.setItem(OFF, "")));

for (const button of document.querySelectorAll("[data-keys-help]")) {
	button.hidden = false;
	button.addEventListener("click", showHelp);
}
if (location.hash === "#q") {
	focusSearch();
}
