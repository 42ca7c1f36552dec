// What has been saved need not be kept in this browser any more.

try {
	localStorage.removeItem(`draft: ${document.querySelector("[data-saved]").dataset.saved}`);
}
catch {
	// Storage can be forbidden; then nothing was kept.
}
