// Shows the buttons that copy a link, where the browser lets pages write to the clipboard.
if (navigator.clipboard?.writeText) {
	for (const button of document.querySelectorAll("[data-copy]")) {
		button.hidden = false;
		button.addEventListener("click", async () => {
			const status = button.parentElement.querySelector("[role=status]");
			try {
				await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
				status.textContent = "Copied";
			} catch {
				status.textContent = "Not copied: select the link and copy it.";
			}
		});
	}
}
