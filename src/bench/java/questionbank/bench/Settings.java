package questionbank.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the benchmark, from the system properties {@code bench.*}.
 *
 * @param sizes how many questions the banks have
 * @param connections the numbers of concurrent connections
 * @param seconds the duration of each measurement
 * @param starts how often the server is started for the start-up time
 * @param jvm options for the servers' virtual machines
 * @param petclinic the jar of Spring PetClinic, for comparison
 * @param classpath the classpath of the program under test
 * @param classes the folder with the compiled benchmark
 * @param folder the folder for banks and the report
 */
record Settings(List<Integer> sizes, List<Integer> connections, int seconds, int starts, List<String> jvm,
		Optional<Path> petclinic, String classpath, Path classes, Path folder) {

	static Settings fromSystem() {
		var folder = Path.of(property("folder", "target/bench")).toAbsolutePath();
		return new Settings(numbers("sizes", "10,1000,100000"), numbers("connections", "1,8,64"),
				Integer.parseInt(property("seconds", "5")), Integer.parseInt(property("starts", "3")),
				Arrays.stream(property("jvm", "").split(" ")).filter((option) -> !option.isBlank()).toList(),
				Optional.of(property("petclinic", "")).filter((path) -> !path.isBlank()).map(Path::of),
				property("classpath", ""), folder.resolve("classes"), folder);
	}

	private static List<Integer> numbers(String name, String defaultValue) {
		return Arrays.stream(property(name, defaultValue).split(",")).map(String::strip).map(Integer::valueOf).toList();
	}

	private static String property(String name, String defaultValue) {
		return System.getProperty("bench." + name, defaultValue);
	}

}
