// Sends changed fields of a scorecard. The server keeps the stored value of a field that is
// not sent.

// The limit of a body that is sent while the page is left is 64 KiB (Fetch standard), and of
// one without a session 512 KB. Longer texts are sent in several requests.
const LIMIT_OF_LEAVING = 60_000;
const LIMIT = 400_000;

export function transportOf(form, fields) {
	let sending = null;
	let isSubmission = false;

	// Returns the body of a request with as many changes as fit, but at least one.
	function body(values, changed, limit) {
		const parameters = new URLSearchParams([...new FormData(form)].filter(([name]) => !fields.names.includes(name)));
		let size = parameters.toString().length;
		const unsent = changed.filter((name, at) => {
			size += new URLSearchParams([[name, values[name]]]).toString().length + 1;
			if (at > 0 && size > limit) {
				return true;
			}
			parameters.append(name, values[name]);
			return false;
		});
		return { parameters, unsent };
	}

	const request = (parameters, options) => fetch(form.action, { method: "POST", body: parameters, headers: { "X-Requested-With": "scorecard", "Accept": "application/json" }, ...options });

	// Leaves the saved fields out of the submission, which could be too long with them.
	form.addEventListener("formdata", ({ formData }) => {
		if (isSubmission) {
			fields.names.forEach((name) => formData.delete(name));
		}
	});

	return {
		isSending: () => sending !== null,

		// Sends changes, and passes on the response with the names of those that did not fit.
		async send(values, changed, receive) {
			const { parameters, unsent } = body(values, changed, LIMIT);
			sending = new AbortController();
			try {
				await receive(await request(parameters, { signal: sending.signal }), unsent);
			}
			finally {
				sending = null;
			}
		},

		// Browsers end the requests of a page that is left, except for small ones with keepalive.
		// The response is not read: what it confirms is confirmed when it is sent again.
		sendWhileLeaving(values, changed) {
			sending?.abort();
			const { parameters } = body(values, changed, LIMIT_OF_LEAVING);
			if (parameters.toString().length <= LIMIT_OF_LEAVING) {
				request(parameters, { keepalive: true }).catch(() => {});
			}
		},

		// Submits the form without its fields, after they are saved.
		submit(button) {
			isSubmission = true;
			form.requestSubmit(button);
			isSubmission = false;
		},
	};
}
