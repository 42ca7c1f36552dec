package questionbank.operations;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBaseDefault;

/** File channel that forwards to another, for the file systems of tests. */
class ForwardingChannel extends FileBaseDefault {

	private final FileChannel file;

	ForwardingChannel(FileChannel file) {
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
