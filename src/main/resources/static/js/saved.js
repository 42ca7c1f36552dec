// Deletes the draft of this tab after it was saved; see editing.js.

try {
	localStorage.removeItem(`draft: ${document.querySelector("[data-saved]").dataset.saved} ${sessionStorage.getItem("draft-tab")}`);
}
catch {
	// Storage can be disabled; then there is no draft.
}
