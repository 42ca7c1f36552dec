package questionbank.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2 file system that simulates a full disk: {@code jdbc:h2:file:fulldisk:/folder/name}.
 */
public class FullDisk extends FilePathWrapper {

	private static volatile boolean full;

	static void register() {
		FilePath.register(new FullDisk());
	}

	static void setFull(boolean value) {
		full = value;
	}

	@Override
	public String getScheme() {
		return "fulldisk";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(super.open(mode));
	}

	private static void requireSpace() throws IOException {
		if (full) {
			throw new IOException("No space left on device");
		}
	}

	private static final class Channel extends ForwardingChannel {

		Channel(FileChannel file) {
			super(file);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			requireSpace();
			return super.write(source, position);
		}

	}

}
