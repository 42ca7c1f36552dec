// Reads and writes the fields of a scorecard by name, and compares their values.

export const isClock = (name) => name.startsWith("seconds-");
const isTicks = (name) => name.startsWith("points-");

// The server removes space at the end of texts, and keeps the greater of two clocks.
export const same = (name, one, other) => isClock(name) ? Number(one) === Number(other) : one.trimEnd() === other.trimEnd();

const isScored = ({ name, type }) => name && name !== "version" && name !== "window" && (type !== "hidden" || isClock(name) || isTicks(name)) && type !== "submit";

export function fieldsOf(form) {
	const names = [...new Set([...form.elements].filter(isScored).map(({ name }) => name))];

	return {
		names,

		// Returns the value of each field; ticks are numbers with commas, as the server returns them.
		read() {
			const data = new FormData(form);
			return Object.fromEntries(names.map((name) => [name, data.getAll(name).filter((value) => !isTicks(name) || value !== "").join(",").replaceAll("\r\n", "\n")]));
		},

		// Returns the values with which the page was opened, whatever has been typed since.
		opened() {
			const values = (name) => [...form.elements].filter((one) => one.name === name && (["checkbox", "radio"].includes(one.type) ? one.defaultChecked : !isTicks(name)));
			return Object.fromEntries(names.map((name) => [name, values(name).map((one) => ["checkbox", "radio"].includes(one.type) ? one.value : one.defaultValue).join(",")]));
		},

		write(name, value) {
			const ticked = value.split(",");
			for (const field of [...form.elements].filter((one) => one.name === name)) {
				if (field.type === "checkbox") {
					field.checked = ticked.includes(field.value);
				}
				else if (field.type === "radio") {
					field.checked = field.value === value;
				}
				else if (!isTicks(name)) {
					field.value = value;
				}
			}
		},

		// Returns the first visible input of a field.
		input: (name) => [...form.elements].find((one) => one.name === name && one.type !== "hidden"),
	};
}
