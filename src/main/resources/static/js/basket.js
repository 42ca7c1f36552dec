// Picks questions without a reload: submits the form of a pick, and replaces it and the
// basket in the navigation by those of the next page.

// Shows the basket of the next page, which is absent while nothing is picked.
function showBasket(next) {
	const current = document.getElementById("basket");
	if (!next) {
		current?.remove();
	}
	else if (current) {
		current.replaceWith(next);
	}
	else {
		document.querySelector("nav[aria-label=Main] .own").before(next);
	}
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
		showBasket(page.getElementById("basket"));
	}
	catch {
		// The server shows what is wrong.
		form.submit();
	}
});
