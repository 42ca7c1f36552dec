// What was saved in this tab need not be kept any more; see editing.js.

try {
	localStorage.removeItem(`draft: ${document.querySelector("[data-saved]").dataset.saved} ${sessionStorage.getItem("draft-tab")}`);
}
catch {
	// Storage can be forbidden; then nothing was kept.
}
