// Applies the display settings of this browser before the first paint, and keeps them in
// localStorage: pages are cached for all readers, who get no cookie. This is a classic script,
// which blocks rendering, so that neither colours nor layout change after the first paint.
{
	const root = document.documentElement;

	// The values that each setting can have; without a value, the default applies.
	const settings = { theme: ["light", "dark"], view: ["compact"] };

	// Reading and writing throw if the browser blocks storage.
	const read = (name) => {
		try {
			return localStorage.getItem(`display.${name}`);
		}
		catch {
			return null;
		}
	};

	const write = (name, value) => {
		try {
			if (value) {
				localStorage.setItem(`display.${name}`, value);
			}
			else {
				localStorage.removeItem(`display.${name}`);
			}
		}
		catch {
			// The setting lasts until the page is left.
		}
	};

	const apply = (name, value) => {
		if (settings[name].includes(value)) {
			root.dataset[name] = value;
		}
		else {
			delete root.dataset[name];
		}
	};

	for (const name in settings) {
		apply(name, read(name));
	}

	// Whether this browser has practised: reserves the space of what own.js fetches.
	try {
		root.toggleAttribute("data-practised", localStorage.getItem("practised") !== null);
	}
	catch {
		// Without storage, each page is as for a new reader.
	}

	const showControls = () => {
		for (const select of document.querySelectorAll("[data-theme-choice]")) {
			select.value = root.dataset.theme ?? "";
			select.parentElement.hidden = false;
			select.addEventListener("change", () => {
				apply("theme", select.value);
				write("theme", select.value);
			});
		}
		for (const button of document.querySelectorAll("[data-view-choice]")) {
			const show = () => button.setAttribute("aria-pressed", root.dataset.view === "compact");
			show();
			button.hidden = false;
			button.addEventListener("click", () => {
				apply("view", root.dataset.view ? "" : "compact");
				write("view", root.dataset.view ?? "");
				show();
			});
		}
	};
	addEventListener("DOMContentLoaded", showControls);

	// A page that the browser restores from its history may have older settings.
	addEventListener("pageshow", ({ persisted }) => {
		if (persisted) {
			for (const name in settings) {
				apply(name, read(name));
			}
		}
	});
}
