// Picks questions without a reload: submits the form of a pick, and replaces it and the
// basket in the navigation by those of the next page.

function replace(id, page) {
	const current = document.getElementById(id);
	const next = page.getElementById(id);
	if (current && next) {
		current.replaceWith(next);
	}
	else if (current) {
		current.remove();
	}
	return next;
}

document.addEventListener("submit", async (event) => {
	const form = event.target;
	if (!form.matches(".pick")) {
		return;
	}
	event.preventDefault();
	try {
		const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const next = answer.ok && page.getElementById(form.id);
		if (!next) {
			throw new Error("The page has no such question");
		}
		form.replaceWith(next);
		next.querySelector("button").focus();
		const basket = replace("basket", page);
		if (basket && !basket.isConnected) {
			document.querySelector("nav[aria-label=Main] .own")?.before(basket);
		}
	}
	catch {
		// The server shows what is wrong.
		form.submit();
	}
});
