package questionbank.operations;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2 file system that records changes of a file,
 * {@code jdbc:h2:file:recorded:/folder/name}, and replays them as if the power had
 * failed.
 */
public class RecordedDisk extends FilePathWrapper {

	private static final List<Operation> operations = new CopyOnWriteArrayList<>();

	static void register() {
		operations.clear();
		FilePath.register(new RecordedDisk());
	}

	/** Returns the number of changes until now. */
	static int length() {
		return operations.size();
	}

	/**
	 * Replays the first changes. Of those after the last sync, a random half is lost, as
	 * a disk may write them in any order.
	 */
	static void replay(int count, Path file, Random random) throws IOException {
		var replayed = operations.subList(0, count);
		var synced = replayed.lastIndexOf(Operation.SYNC);
		try (var copy = new RandomAccessFile(file.toFile(), "rw")) {
			copy.setLength(0);
			for (int at = 0; at < count; at++) {
				if (at < synced || random.nextBoolean()) {
					replayed.get(at).replay(copy);
				}
			}
		}
	}

	@Override
	public String getScheme() {
		return "recorded";
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(super.open(mode));
	}

	/** A write, a truncation or, with neither, a sync. */
	private record Operation(long position, byte[] content) {

		private static final Operation SYNC = new Operation(-1, new byte[0]);

		void replay(RandomAccessFile file) throws IOException {
			if (this.content.length > 0) {
				file.seek(this.position);
				file.write(this.content);
			}
			else if (this.position >= 0 && file.length() > this.position) {
				file.setLength(this.position);
			}
		}

	}

	private static final class Channel extends ForwardingChannel {

		Channel(FileChannel file) {
			super(file);
		}

		@Override
		public int write(ByteBuffer source, long position) throws IOException {
			var content = new byte[source.remaining()];
			source.duplicate().get(content);
			operations.add(new Operation(position, content));
			return super.write(source, position);
		}

		@Override
		protected void implTruncate(long size) throws IOException {
			operations.add(new Operation(size, new byte[0]));
			super.implTruncate(size);
		}

		@Override
		public void force(boolean metadata) throws IOException {
			super.force(metadata);
			operations.add(Operation.SYNC);
		}

	}

}
