package questionbank.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBaseDefault;
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

	private static final class Channel extends FileBaseDefault {

		private final FileChannel file;

		Channel(FileChannel file) {
			this.file = file;
		}

		@Override
		public long size() throws IOException {
			return this.file.size();
		}

		@Override
		public int read(ByteBuffer target, long position) throws IOException {
			return this.file.read(target, position);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			requireSpace();
			return this.file.write(source, position);
		}

		@Override
		protected void implTruncate(long size) throws IOException {
			this.file.truncate(size);
		}

		@Override
		public void force(boolean metadata) throws IOException {
			this.file.force(metadata);
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.file.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.file.close();
		}

	}

}
