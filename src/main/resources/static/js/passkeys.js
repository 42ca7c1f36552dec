// Registers passkeys and signs in with them (WebAuthn). The forms are hidden until the
// browser is known to support it; each is submitted with the credential as JSON.

const ceremonies = {
	create: {
		parse: (options) => PublicKeyCredential.parseCreationOptionsFromJSON(options),
		run: (publicKey) => navigator.credentials.create({ publicKey }),
	},
	get: {
		parse: (options) => PublicKeyCredential.parseRequestOptionsFromJSON(options),
		run: (publicKey) => navigator.credentials.get({ publicKey }),
	},
};

const messages = {
	InvalidStateError: "This device already has a passkey for your account.",
	NotAllowedError: "Cancelled or timed out. Nothing has changed.",
};

const OTHER_ERROR = "That did not work. Reload the page and try again.";

const NO_COOKIES = "This needs cookies, and your browser blocks them. Allow them for this site, and reload the page.";

const isSupported = window.PublicKeyCredential
	&& PublicKeyCredential.parseCreationOptionsFromJSON
	&& PublicKeyCredential.parseRequestOptionsFromJSON
	&& PublicKeyCredential.prototype.toJSON;

class RejectedError extends Error {}

async function fetchOptions(form) {
	if (!navigator.cookieEnabled) {
		throw new RejectedError(NO_COOKIES);
	}
	const body = new URLSearchParams(new FormData(form));
	const response = await fetch(form.dataset.optionsUrl, { method: "POST", body });
	if (response.ok && !response.redirected) {
		return response.json();
	}
	throw response.status === 422 || response.status === 429 ? new RejectedError(await response.text()) : new Error();
}

function showError(form, text) {
	document.querySelectorAll("[role=alert]").forEach((earlier) => earlier.remove());
	const message = document.createElement("p");
	message.className = "mistake";
	message.setAttribute("role", "alert");
	message.textContent = text;
	form.append(message);
}

async function runCeremony(form) {
	const ceremony = ceremonies[form.dataset.passkey];
	try {
		const credential = await ceremony.run(ceremony.parse(await fetchOptions(form)));
		form.elements.credential.value = JSON.stringify(credential.toJSON());
		const remember = document.querySelector("#remember");
		if (remember && form.elements.remember) {
			form.elements.remember.value = remember.checked;
		}
		form.submit();
	}
	catch (error) {
		showError(form, error instanceof RejectedError ? error.message : messages[error.name] ?? OTHER_ERROR);
		form.removeAttribute("aria-busy");
	}
}

if (isSupported) {
	for (const form of document.querySelectorAll("form[data-passkey]")) {
		form.hidden = false;
		form.closest("section").hidden = false;
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			if (!form.hasAttribute("aria-busy")) {
				form.setAttribute("aria-busy", "true");
				runCeremony(form);
			}
		});
		// The back/forward cache restores the page with its attributes.
		addEventListener("pageshow", () => form.removeAttribute("aria-busy"));
	}
	document.querySelector("[data-passkey-unsupported]")?.remove();
}
