// Deletes the stored draft of a form that this tab has saved; see editing.js.

try {
	localStorage.removeItem(`draft: ${document.querySelector("[data-saved]").dataset.saved} ${sessionStorage.getItem("draft-tab")}`);
}
catch {
	// Storage is blocked, so there is no draft.
}
