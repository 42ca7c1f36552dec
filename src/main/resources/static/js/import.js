// Enhances the form of an import: a file can be dropped anywhere on it, and a text is shown
// as it is read while it is typed. Without this script, Preview shows the same.
const form = document.querySelector("[data-drop]");
const file = form?.querySelector("input[type=file]");

if (file) {
	form.addEventListener("dragover", (event) => {
		if (event.dataTransfer.types.includes("Files")) {
			event.preventDefault();
			form.classList.add("dropping");
		}
	});
	form.addEventListener("dragleave", () => form.classList.remove("dropping"));
	form.addEventListener("drop", (event) => {
		form.classList.remove("dropping");
		if (event.dataTransfer.files.length > 0) {
			event.preventDefault();
			file.files = event.dataTransfer.files;
			file.focus();
		}
	});
}

const PAUSE = 400;
const text = form?.elements.text;
const live = form?.querySelector("[data-live-part]");
let request;
let timer;

// Shows the rows of the text. An earlier request that is still being answered is given up.
async function showRows() {
	request?.abort();
	if (text.value.trim() === "") {
		live.hidden = true;
		return;
	}
	request = new AbortController();
	const fields = Object.fromEntries(["text", "format", "status", "audience", "_csrf"].map((name) => [name, form.elements[name]?.value ?? ""]));
	try {
		const answer = await fetch(form.dataset.live, { method: "POST", body: new URLSearchParams(fields), headers: { "Accept": "text/html" }, signal: request.signal });
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const rows = answer.ok && page.getElementById("live-rows");
		live.hidden = !rows;
		if (rows) {
			form.querySelector("[data-live-message]").textContent = page.getElementById("live-message").textContent;
			rows.removeAttribute("id");
			form.querySelector("[data-live-rows]").replaceChildren(rows);
		}
	}
	catch (failure) {
		live.hidden = failure.name !== "AbortError" || live.hidden;
	}
}

if (live) {
	form.addEventListener("input", ({ target }) => {
		if (target !== file) {
			clearTimeout(timer);
			timer = setTimeout(showRows, PAUSE);
		}
	});
	// The browser may have restored a text.
	showRows();
}
