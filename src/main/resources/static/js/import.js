/** Lets a file be dropped anywhere on the form of an import. */
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
