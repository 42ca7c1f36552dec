// Shows notes below the fields of a scorecard: conflicts with both ways out of them,
// mistakes, and text that came too late to be saved.

export function notesOf(form, fields) {
	const conflicts = new Set();
	const place = (name) => fields.input(name)?.closest("fieldset, .input");

	function texts(title, value) {
		const note = document.createElement("div");
		note.className = "conflict";
		note.innerHTML = "<p><strong></strong></p><p class='typed-lines' dir='auto'></p>";
		note.querySelector("strong").textContent = title;
		note.querySelector(".typed-lines").textContent = value === "" ? "(empty)" : value;
		return note;
	}

	return {
		hasConflicts: () => conflicts.size > 0,

		focusConflict: () => form.querySelector("[data-conflict]").focus(),

		// Shows what another window saved in a field. Calls back once a text is chosen.
		showConflict(name, value, resolved) {
			form.querySelector(`[data-conflict="${name}"]`)?.remove();
			const note = texts("Saved in another window:", value);
			note.dataset.conflict = name;
			note.tabIndex = -1;
			note.setAttribute("role", "alert");
			note.insertAdjacentHTML("beforeend", "<p class='actions'><button type='button'>Keep mine</button> <button type='button'>Take this</button></p>");
			const [mine, theirs] = note.querySelectorAll("button");
			const resolve = () => {
				note.remove();
				conflicts.delete(name);
				fields.input(name).focus();
				resolved();
			};
			mine.addEventListener("click", resolve);
			theirs.addEventListener("click", () => {
				fields.write(name, value);
				resolve();
			});
			conflicts.add(name);
			place(name).after(note);
		},

		hasMistakes: () => form.querySelector("[data-mistake]") !== null,

		showMistakes(mistakes) {
			for (const old of form.querySelectorAll("[data-mistake]")) {
				old.remove();
			}
			for (const [name, message] of Object.entries(mistakes)) {
				const note = document.createElement("p");
				note.className = "mistake";
				note.dataset.mistake = name;
				note.textContent = message;
				(place(name) ?? form.querySelector(".status")).append(note);
			}
		},

		// Shows text that came too late to be saved, to copy it.
		showUnsaved: (name, value) => place(name)?.after(texts("Not saved, kept in this browser:", value)),
	};
}
