package questionbank.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * Spring PetClinic, for comparison, if its jar is given. The jar is extracted by its own
 * tool, because Question Bank also runs from separate libraries here.
 */
final class Petclinic implements AutoCloseable {

	private static final String OWNERS = "/owners?lastName=";

	private final @Nullable Server server;

	private final List<Server> starts;

	private Petclinic(List<Server> starts) {
		this.starts = starts;
		this.server = starts.isEmpty() ? null : starts.get(starts.size() - 1);
	}

	static Petclinic start(Settings settings) throws IOException {
		if (settings.petclinic().isEmpty()) {
			return new Petclinic(List.of());
		}
		var jar = unpack(settings.petclinic().get(), settings.folder().resolve("petclinic"));
		var arguments = new ArrayList<>(settings.jvm());
		arguments.addAll(List.of("-jar", jar.toString()));
		var starts = new ArrayList<Server>();
		for (int i = 0; i < settings.starts(); i++) {
			if (i > 0) {
				starts.get(i - 1).close();
			}
			starts.add(Server.start(arguments, settings.folder().resolve("petclinic.log")));
		}
		return new Petclinic(starts);
	}

	private static Path unpack(Path jar, Path folder) throws IOException {
		FileSystemUtils.deleteRecursively(folder);
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var unpacking = new ProcessBuilder(java, "-Djarmode=tools", "-jar", jar.toAbsolutePath().toString(), "extract",
				"--destination", folder.toString())
			.redirectErrorStream(true)
			.redirectOutput(new File(folder + ".unpacking.log"))
			.start();
		unpacking.onExit().join();
		try (var files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
		}
	}

	/** Returns its list of owners, or empty if no PetClinic is given. */
	Optional<Target> owners() throws IOException {
		return (this.server != null) ? Optional.of(Target.repeated(this.server, List.of(OWNERS))) : Optional.empty();
	}

	void describe(Report report) throws IOException {
		if (this.server != null) {
			report.add(new Start("PetClinic", this.starts.stream().map(Server::ready).sorted().toList(),
					this.starts.stream().map(Server::started).sorted().toList(), Duration.ZERO, 0,
					this.server.resident("VmRSS"), this.server.heap()));
		}
	}

	@Override
	public void close() {
		this.starts.forEach(Server::close);
	}

}
