package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Mounted folder of Linux. Tests that use it are skipped where mounting is denied. */
final class Mount implements AutoCloseable {

	private final Path folder;

	private Mount(Path folder) {
		this.folder = folder;
	}

	/** Mounts a file system in memory with a size in megabytes. */
	static Mount ofMegabytes(int size, Path folder) {
		return mount(folder, "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", folder.toString());
	}

	/** Mounts a folder over itself, so that it cannot be written, not even by root. */
	static Mount readOnly(Path folder) {
		var mount = mount(folder, "--bind", folder.toString(), folder.toString());
		assertThat(run("mount", "-o", "remount,bind,ro", folder.toString())).isZero();
		return mount;
	}

	private static Mount mount(Path folder, String... options) {
		var command = new String[options.length + 1];
		command[0] = "mount";
		System.arraycopy(options, 0, command, 1, options.length);
		assumeTrue(Files.exists(Path.of("/bin/mount")) && run(command) == 0, "Mounting is not allowed");
		return new Mount(folder);
	}

	private static int run(String... command) {
		try {
			return new ProcessBuilder(command).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		assertThat(run("umount", this.folder.toString())).isZero();
	}

}
