package questionbank.account;

import org.jspecify.annotations.Nullable;

import questionbank.web.Retained;

/**
 * The form to change one's name.
 *
 * @param version the version of the person that was edited (optimistic lock)
 */
record NameForm(@Retained @FormRules.Name String name, String version) {

	NameForm(@Nullable String name, @Nullable String version) {
		this.name = FormRules.typed(name);
		this.version = FormRules.typed(version);
	}

	static NameForm of(PersonSummary person) {
		return new NameForm(person.name(), Integer.toString(person.version()));
	}

}
