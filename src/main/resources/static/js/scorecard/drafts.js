// Keeps the changes that the server has not confirmed in this browser, a draft for each
// window. Drafts of closed windows are restored; open windows send their own.

const WINDOW = "scorecard-window";
const ANSWER_TIMEOUT = 200;

// Storage can be disabled or full: then nothing outlives the page, and saving still works.
function storage(use) {
	try {
		return use(localStorage, sessionStorage);
	}
	catch {
		return null;
	}
}

export function draftsOf(scorecard) {
	const prefix = `scorecard ${scorecard} `;
	const openElsewhere = new Set();

	function become(id) {
		storage((_, tab) => tab.setItem(WINDOW, id));
		return id;
	}

	const fresh = () => become(crypto.getRandomValues(new Uint32Array(2)).join("-"));
	let id = storage((_, tab) => tab.getItem(WINDOW)) ?? fresh();

	const windows = new BroadcastChannel(prefix);
	windows.addEventListener("message", ({ data }) => {
		if (data.asks) {
			windows.postMessage({ open: id });
		}
		else {
			openElsewhere.add(data.open);
		}
	});

	return {
		// Identifies this window to the server.
		window: () => id,

		// Replaces the draft of this window.
		keep(version, fields) {
			storage((kept) => Object.keys(fields).length === 0 ? kept.removeItem(prefix + id)
				: kept.setItem(prefix + id, JSON.stringify({ at: Date.now(), version, fields })));
		},

		// Returns the drafts of closed windows and of this one, the oldest first.
		async leftovers() {
			windows.postMessage({ asks: true });
			await new Promise((resolve) => setTimeout(resolve, ANSWER_TIMEOUT));
			// A duplicated tab starts with a copy of the session storage of its original.
			if (openElsewhere.has(id)) {
				id = fresh();
			}
			return storage((kept) => Object.keys(kept)
				.filter((name) => name.startsWith(prefix) && !openElsewhere.has(name.slice(prefix.length)))
				.map((name) => ({ window: name.slice(prefix.length), ...JSON.parse(kept.getItem(name)) }))
				.sort((one, other) => one.at - other.at)) ?? [];
		},

		// Continues as the window of a draft, so that the server knows what that has saved.
		continueAs: (window) => id = become(window),

		remove: (window) => storage((kept) => kept.removeItem(prefix + window)),
	};
}
