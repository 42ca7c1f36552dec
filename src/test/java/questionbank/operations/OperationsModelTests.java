package questionbank.operations;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperationsModelTests {

	@ParameterizedTest
	@CsvSource({ "2048, 2 KB", "1572864, 1.5 MB", "1072693248, '1,023.0 MB'", "65011712000, 60.5 GB" })
	void formatsSizesInTheLargestFittingUnit(long bytes, String text) {
		assertThat(OperationsModel.formatted(bytes)).isEqualTo(text);
	}

}
