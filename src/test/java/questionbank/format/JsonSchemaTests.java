package questionbank.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

import questionbank.format.QuestionEntry.Location;

import static org.assertj.core.api.Assertions.assertThat;

/** The published JSON Schema describes the JSON that is written. */
class JsonSchemaTests {

	private static final Path SCHEMA = Path.of("src/main/resources/static/schema/questions.json");

	@Test
	void describesWhatIsWritten() throws IOException {
		var entry = new QuestionEntry(Location.of(0, 0), "7", "What?", "easy", "This.", List.of("a"), List.of("b"),
				List.of("c"), "draft", "everyone", "d", false, List.of());
		assertThat(
				errors(new String(ReadFile.written(QuestionFormat.JSON, List.of(entry), "e"), StandardCharsets.UTF_8)))
			.isEmpty();
	}

	@Test
	void namesEachField() throws IOException {
		var properties = new ObjectMapper().readTree(Files.readString(SCHEMA)).at("/$defs/question/properties");
		assertThat(properties.propertyNames())
			.containsExactlyInAnyOrderElementsOf(List.of(EntryField.values()).stream().map(EntryField::key).toList());
	}

	@Test
	void refusesOtherNamesAndValues() throws IOException {
		assertThat(errors("[{\"prompt\": \"a\", \"difficulty\": \"hardest\"}]")).isNotEmpty();
		assertThat(errors("[{\"prompt\": \"a\", \"answer\": \"b\"}]")).isNotEmpty();
		assertThat(errors("[{\"difficulty\": \"easy\"}]")).isNotEmpty();
	}

	private static List<Error> errors(String json) throws IOException {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(Files.readString(SCHEMA))
			.validate(json, InputFormat.JSON);
	}

}
