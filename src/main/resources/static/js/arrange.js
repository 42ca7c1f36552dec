// Arranges the questions of a kit without a reload, by the buttons and by dragging the grip.
// The server does the same for the buttons without scripts. Sortable is loaded on first use.

const rows = document.getElementById("rows");
const list = rows.querySelector("ol");
const kit = document.getElementById("kit");
const slot = document.getElementById("slot");

function number(row, at) {
	row.querySelector("textarea").name = `probes-${at + 1}`;
	for (const button of row.querySelectorAll("[name=step]")) {
		button.value = button.value.replace(/[0-9]+$/, at + 1);
	}
	const [up, down] = row.querySelectorAll("[name=step]");
	up.disabled = at === 0;
	down.disabled = at === list.children.length - 1;
}

function update() {
	[...list.children].forEach(number);
	const planned = [...list.querySelectorAll("[name=minutes]")].map(({ value }) => /^\s*\d+\s*$/.test(value) ? Number(value) : NaN);
	const counted = planned.filter((minutes) => !isNaN(minutes));
	const sum = counted.reduce((minutes, one) => minutes + one, 0);
	const uncounted = planned.length - counted.length;
	const most = parseInt(slot.value, 10) || 0;
	const shown = document.getElementById("minutes");
	shown.textContent = most === 0 ? `${sum} min` : `${sum} of ${most} min${sum > most ? `, ${sum - most} over` : ""}`;
	shown.textContent += uncounted === 0 ? "" : `, without ${uncounted} ${uncounted === 1 ? "row" : "rows"} that ${uncounted === 1 ? "has" : "have"} no number`;
	shown.classList.toggle("over", most > 0 && sum > most);
}

const moves = {
	up: (row) => row.previousElementSibling?.before(row),
	down: (row) => row.nextElementSibling?.after(row),
	removal: (row) => {
		(row.nextElementSibling ?? row.previousElementSibling ?? rows).querySelector("input:not([type=hidden]), a")?.focus();
		row.remove();
	}
};

rows.addEventListener("click", (event) => {
	const button = event.target.closest("[name=step]");
	const [step] = button?.value.split("-") ?? [];
	if (!moves[step]) {
		return;
	}
	event.preventDefault();
	moves[step](button.closest("li"));
	update();
	// A button at the end of the list is disabled, and would lose the focus.
	if (button.isConnected) {
		(button.disabled ? button.closest("li").querySelector("[name=step]:enabled") : button)?.focus();
	}
});

kit.addEventListener("input", ({ target }) => {
	if (list && (target === slot || target.name === "minutes")) {
		update();
	}
});

// Warns before typed text is lost.
const content = () => new URLSearchParams(new FormData(kit)).toString();
const asOpened = content();
let submitting = false;
kit.addEventListener("submit", () => submitting = true);
addEventListener("pageshow", () => submitting = false);
addEventListener("beforeunload", (event) => {
	if (!submitting && content() !== asOpened) {
		event.preventDefault();
	}
});

if (list) {
	rows.classList.add("draggable");
	rows.addEventListener("pointerover", async () => {
		await import(rows.dataset.sortable);
		window.Sortable.create(list, { handle: ".grip", forceFallback: true, animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150, onEnd: update });
		rows.classList.add("sortable");
	}, { once: true });
}
