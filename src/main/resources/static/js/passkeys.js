// Passkeys: the browser is asked to make one, or to sign with one, and what comes of it is
// sent with the form. Where it cannot, the forms stay hidden.

const forms = document.querySelectorAll("form[data-passkey]");

const ways = {
	create: {
		read: (asked) => PublicKeyCredential.parseCreationOptionsFromJSON(asked),
		act: (publicKey) => navigator.credentials.create({ publicKey }),
		failed: { InvalidStateError: "This device has a passkey for your account already." },
	},
	get: {
		read: (asked) => PublicKeyCredential.parseRequestOptionsFromJSON(asked),
		act: (publicKey) => navigator.credentials.get({ publicKey }),
		failed: {},
	},
};

const isAble = window.PublicKeyCredential
	&& PublicKeyCredential.parseCreationOptionsFromJSON
	&& PublicKeyCredential.parseRequestOptionsFromJSON
	&& PublicKeyCredential.prototype.toJSON;

async function ask(form) {
	const answer = await fetch(form.dataset.asks, { method: "POST", body: new URLSearchParams({ _csrf: form.elements._csrf.value }) });
	if (!answer.ok || answer.redirected) {
		throw new Error(`The server answers ${answer.status}`);
	}
	return answer.json();
}

async function fill(form) {
	const way = ways[form.dataset.passkey];
	const button = form.querySelector("button");
	form.querySelector("[role=alert]")?.remove();
	button.disabled = true;
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
		const said = document.createElement("p");
		said.className = "mistake";
		said.setAttribute("role", "alert");
		said.textContent = way.failed[failure.name] ?? (failure.name === "NotAllowedError"
			? "It was called off, or took too long. Nothing has changed."
			: "It did not work. Load the page again, and try it once more.");
		form.append(said);
	}
	finally {
		button.disabled = false;
	}
}

if (isAble) {
	for (const form of forms) {
		form.hidden = false;
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			fill(form);
		});
	}
	document.querySelector("[data-passkey-unable]")?.remove();
}
