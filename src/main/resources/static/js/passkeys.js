// Passkeys: the browser is asked to make one, or to sign with one, and what comes of it is
// sent with the form. Where it cannot, the forms stay hidden.

const ways = {
	create: {
		read: (asked) => PublicKeyCredential.parseCreationOptionsFromJSON(asked),
		act: (publicKey) => navigator.credentials.create({ publicKey }),
	},
	get: {
		read: (asked) => PublicKeyCredential.parseRequestOptionsFromJSON(asked),
		act: (publicKey) => navigator.credentials.get({ publicKey }),
	},
};

const words = {
	InvalidStateError: "This device has a passkey for your account already.",
	NotAllowedError: "It was called off, or took too long. Nothing has changed.",
};

const OTHERWISE = "It did not work. Load the page again, and try it once more.";

const NO_COOKIES = "This needs cookies, and your browser blocks them. Allow them for this site, and load the page again.";

const isAble = window.PublicKeyCredential
	&& PublicKeyCredential.parseCreationOptionsFromJSON
	&& PublicKeyCredential.parseRequestOptionsFromJSON
	&& PublicKeyCredential.prototype.toJSON;

class Refused extends Error {}

async function ask(form) {
	if (!navigator.cookieEnabled) {
		throw new Refused(NO_COOKIES);
	}
	const body = new URLSearchParams(new FormData(form));
	const answer = await fetch(form.dataset.asks, { method: "POST", body });
	if (answer.ok && !answer.redirected) {
		return answer.json();
	}
	throw answer.status === 422 || answer.status === 429 ? new Refused(await answer.text()) : new Error();
}

function say(form, text) {
	document.querySelectorAll("[role=alert]").forEach((earlier) => earlier.remove());
	const said = document.createElement("p");
	said.className = "mistake";
	said.setAttribute("role", "alert");
	said.textContent = text;
	form.append(said);
}

async function fill(form) {
	const way = ways[form.dataset.passkey];
	try {
		const made = await way.act(way.read(await ask(form)));
		form.elements.credential.value = JSON.stringify(made.toJSON());
		const remember = document.querySelector("#remember");
		if (remember && form.elements.remember) {
			form.elements.remember.value = remember.checked;
		}
		form.submit();
	}
	catch (failure) {
		say(form, failure instanceof Refused ? failure.message : words[failure.name] ?? OTHERWISE);
		form.removeAttribute("aria-busy");
	}
}

if (isAble) {
	for (const form of document.querySelectorAll("form[data-passkey]")) {
		form.hidden = false;
		form.closest("section").hidden = false;
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			if (!form.hasAttribute("aria-busy")) {
				form.setAttribute("aria-busy", "true");
				fill(form);
			}
		});
		// Somebody may come back to the page as they left it.
		addEventListener("pageshow", () => form.removeAttribute("aria-busy"));
	}
	document.querySelector("[data-passkey-unable]")?.remove();
}
