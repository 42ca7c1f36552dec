package questionbank.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a file holds, reading it ends with questions, findings or a
 * {@link MalformedFileException}. The number of inputs is a system property, so that a
 * run of its own can try more.
 */
class FuzzTests {

	private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1000);

	private static final int FILES = 20;

	private static final List<String> INSERTIONS = List.of("\"", "'", "\0", "\n", "\r", "{", "}", "[", "]", "<", ">",
			"&", ";", ",", "\t", "#", "---\n", "- ", ": ", "\\", "\uFEFF", "\uD83D", "```\n", "<!--", "<details>",
			"Question 9\n", "9999999999", "r=\"ZZZZZZ9\"", "*a", "|", ">", "!!binary ", "%");

	@ParameterizedTest
	@EnumSource(QuestionFormat.class)
	void endsForMutatedFiles(QuestionFormat format) throws IOException {
		var random = RandomGeneratorFactory.of("L64X128MixRandom").create(18);
		var file = Files.createTempFile("fuzz", ".bin");
		var written = new ArrayList<byte[]>();
		for (long seed = 0; seed < FILES; seed++) {
			written.add(ReadFile.written(format, new GeneratedEntries(seed).list(4), null));
		}
		try {
			for (int input = 0; input < INPUTS; input++) {
				var bytes = written.get(input % FILES).clone();
				for (int mutation = random.nextInt(4); mutation >= 0; mutation--) {
					bytes = mutated(bytes, random);
				}
				Files.write(file, bytes);
				assertThat(ReadFile.of(format, file).entries()).as("input %d", input).isNotNull();
				try {
					QuestionFormat.detect(file, null);
				}
				catch (MalformedFileException ex) {
					assertThat(ex.finding().message()).isNotBlank();
				}
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private static byte[] mutated(byte[] bytes, RandomGenerator random) {
		if (bytes.length < 2) {
			return INSERTIONS.get(random.nextInt(INSERTIONS.size())).getBytes(StandardCharsets.UTF_8);
		}
		var at = random.nextInt(bytes.length);
		return switch (random.nextInt(4)) {
			case 0 -> {
				bytes[at] ^= (byte) (1 << random.nextInt(8));
				yield bytes;
			}
			case 1 -> Arrays.copyOf(bytes, at);
			case 2 -> joined(Arrays.copyOf(bytes, at), new byte[0],
					Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(20)), bytes.length));
			default -> joined(Arrays.copyOf(bytes, at),
					INSERTIONS.get(random.nextInt(INSERTIONS.size())).getBytes(StandardCharsets.UTF_8),
					Arrays.copyOfRange(bytes, at, bytes.length));
		};
	}

	private static byte[] joined(byte[] first, byte[] second, byte[] third) {
		var joined = Arrays.copyOf(first, first.length + second.length + third.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		System.arraycopy(third, 0, joined, first.length + second.length, third.length);
		return joined;
	}

}
