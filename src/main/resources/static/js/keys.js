// One key each for what is done most. Keys typed into a field stay there, and nothing
// here is needed: every key has a link, a field or a button that does the same.

const help = document.getElementById("keys");

function isTyping(target) {
	return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function focusSearch() {
	const search = document.getElementById("q");
	if (search) {
		search.focus();
		search.select();
	}
	else {
		location.assign("/questions#q");
	}
}

function move(step) {
	const neighbour = document.querySelector(`a[rel=${step > 0 ? "next" : "prev"}][aria-keyshortcuts]`);
	if (neighbour) {
		neighbour.click();
		return;
	}
	const links = [...document.querySelectorAll(".entry h2 a")];
	const present = links.indexOf(document.activeElement);
	const wanted = links[present === -1 ? (step > 0 ? 0 : links.length - 1) : present + step];
	wanted?.focus();
	wanted?.scrollIntoView({ block: "nearest" });
}

const keys = {
	"/": focusSearch,
	"j": () => move(1),
	"k": () => move(-1),
	"?": () => help.showModal(),
};

document.addEventListener("keydown", (event) => {
	const action = keys[event.key];
	if (!action || event.ctrlKey || event.metaKey || event.altKey || help.open || isTyping(event.target)) {
		return;
	}
	event.preventDefault();
	action();
});

for (const button of document.querySelectorAll("[data-keys-help]")) {
	button.hidden = false;
	button.addEventListener("click", () => help.showModal());
}
if (location.hash === "#q") {
	focusSearch();
}
