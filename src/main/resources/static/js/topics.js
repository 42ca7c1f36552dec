// Suggests topics of the bank while one is typed into a field of topics, separated by commas.
// Without this script, the topics are a list below the field.

const MAX = 8;

const topics = [...document.querySelectorAll("[data-topics] li")].map((item) => item.textContent);

for (const field of document.querySelectorAll("#topics, #addTopics, #removeTopics")) {
	const suggestions = document.createElement("datalist");
	suggestions.id = `${field.id}-suggestions`;
	field.after(suggestions);
	field.setAttribute("list", suggestions.id);

	// A datalist replaces the whole value, so each suggestion begins with the topics before it.
	field.addEventListener("input", () => {
		const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
		const typed = field.value.slice(before.length).trim().toLowerCase().replaceAll("-", " ");
		const chosen = new Set(before.split(",").map((topic) => topic.trim()));
		const fitting = typed ? topics.filter((topic) => topic.startsWith(typed) && topic !== typed && !chosen.has(topic)) : [];
		suggestions.replaceChildren(...fitting.slice(0, MAX).map((topic) => new Option("", `${before}${before && " "}${topic}`)));
	});
}
