package questionbank.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Measures one bank: index build, startup, rendered pages and cached pages. */
final class Trial {

	static final String PROGRAM = "questionbank.QuestionBankApplication";

	private final Settings settings;

	private final BankFile bank;

	private final Petclinic petclinic;

	private final Report report;

	private final List<PageKind> pages;

	Trial(Settings settings, BankFile bank, Petclinic petclinic, Report report) throws SQLException {
		this.settings = settings;
		this.bank = bank;
		this.petclinic = petclinic;
		this.report = report;
		this.pages = PageKind.of(bank);
	}

	void run() throws IOException {
		buildIndex();
		var starts = new ArrayList<Server>();
		for (int i = 1; i < this.settings.starts(); i++) {
			try (var server = start("start", "")) {
				starts.add(server);
			}
		}
		try (var server = start("rendered", "")) {
			starts.add(server);
			measureRendered(server);
			this.report.add(new Start("%,d questions".formatted(this.bank.size()),
					starts.stream().map(Server::ready).sorted().toList(),
					starts.stream().map(Server::started).sorted().toList(), Duration.ofMillis(stored("index-ms")),
					stored("index-kb"), server.resident("VmRSS"), server.heap()));
		}
		measureCached();
	}

	/** Builds the index at the first start, and stores the duration for later runs. */
	private void buildIndex() throws IOException {
		try (var server = start("index", "")) {
			server.awaitWholeIndex();
			if (!server.indexBuild().isZero()) {
				Files.writeString(this.bank.folder().resolve("index-ms"),
						Long.toString(server.indexBuild().toMillis()));
				Files.writeString(this.bank.folder().resolve("index-kb"), Long.toString(server.resident("VmHWM")));
			}
		}
	}

	private long stored(String name) throws IOException {
		var file = this.bank.folder().resolve(name);
		return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
	}

	private void measureRendered(Server server) throws IOException {
		server.awaitWholeIndex();
		var owners = this.petclinic.owners().orElse(null);
		for (var kind : this.pages) {
			Load.warmUp(Target.unique(server, kind.addresses()), owners);
		}
		for (var kind : this.pages) {
			measure("rendered", kind, Target.unique(server, kind.addresses()), owners);
		}
	}

	private void measureCached() throws IOException {
		var addresses = this.pages.stream().flatMap((kind) -> kind.few().stream()).toList();
		try (var server = start("cached", String.join(" ", addresses))) {
			server.awaitWholeIndex();
			var first = 0;
			for (var kind : this.pages) {
				var count = kind.few().size();
				var bare = new ArrayList<String>();
				for (int n = first; n < first + count; n++) {
					bare.add(BarePages.address(n));
				}
				first += count;
				server.requireSame(kind.few(), bare);
				var pages = Target.repeated(server, kind.few());
				var servlets = Target.repeated(server, bare);
				Load.warmUp(pages, servlets);
				measure("cached", kind, pages, servlets);
			}
		}
	}

	private void measure(String mode, PageKind kind, Target target, @Nullable Target baseline) throws IOException {
		for (int connections : this.settings.connections()) {
			var result = Load.measure(target, baseline, connections, this.settings.seconds());
			this.report
				.add(new Row(mode, this.bank.size(), kind.name(), connections, result.target(), result.baseline()));
		}
	}

	/** Starts the program on this bank, with bare servlets for these URLs. */
	private Server start(String name, String bare) throws IOException {
		var arguments = new ArrayList<>(this.settings.jvm());
		var classpath = bare.isEmpty() ? this.settings.classpath()
				: this.settings.classpath() + File.pathSeparator + this.settings.classes();
		arguments.addAll(List.of("-cp", classpath, PROGRAM, "--questionbank.data=" + this.bank.data()));
		if (!bare.isEmpty()) {
			arguments.add("--bench.bare=" + bare);
		}
		return Server.start(arguments, log(name));
	}

	private Path log(String name) {
		return this.bank.folder().resolve(name + ".log");
	}

}
