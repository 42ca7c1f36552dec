// Counts the selected questions in the bar below the list, and selects all on the page.
// Without this script, the bar has the button alone.

const all = document.querySelector("[data-select-all]");
const selected = document.querySelector("[data-selected]");
const change = document.querySelector("[data-change]");
const boxes = [...document.querySelectorAll("td.pick input[name=id]")];

function show() {
	const count = boxes.filter((box) => box.checked).length;
	selected.textContent = count ? `${count} selected:` : "None selected";
	change.textContent = count ? "Change …" : "Change selected";
	all.checked = count === boxes.length;
	all.indeterminate = count > 0 && count < boxes.length;
}

if (boxes.length) {
	all.hidden = selected.hidden = false;
	all.addEventListener("change", () => {
		boxes.forEach((box) => box.checked = all.checked);
		show();
	});
	boxes.forEach((box) => box.addEventListener("change", show));
	// Browsers restore checkboxes after this script has run.
	addEventListener("pageshow", show);
	show();
}
