package org.h2.mvstore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Overwrites with zeros what the current version of an open {@link MVStore} no longer
 * references in its file: superseded pages within chunks, the padding of chunks, which
 * holds remains of reused write buffers, and the space between chunks. H2 itself only
 * marks it as free. Live data is neither moved nor rewritten.
 * <p>
 * Crash safety: a page is overwritten only after a later version, in which neither a root
 * nor the occupancy of its chunk refers to it, was written and forced to the disk. H2
 * recovers the newest version whose chunks have valid headers and footers, and these are
 * never overwritten, except in free space. Open snapshots: a page is overwritten only
 * when all versions that can reach it are closed, the condition on which H2 reuses a
 * chunk.
 * <p>
 * The store is locked for slices of some megabytes. This class is in H2's package for the
 * chunks, their occupancy and the oldest version in use, which have no public accessor;
 * an upgrade of H2 that changes them fails to compile.
 */
@NullMarked
public final class FreedSpaceEraser {

	private static final int SLICE = 8 * 1024 * 1024;

	private static final int BUFFER = 64 * 1024;

	private final MVStore store;

	private final RandomAccessStore file;

	private final BooleanSupplier cancelled;

	private final Map<Integer, BitSet> deadPages = new HashMap<>();

	private final ByteBuffer zeros = ByteBuffer.allocate(BUFFER);

	private long version;

	/** Where the search for free space goes on, in blocks. */
	private long nextBlock = 2;

	private long erased;

	private FreedSpaceEraser(MVStore store, RandomAccessStore file, BooleanSupplier cancelled) {
		this.store = store;
		this.file = file;
		this.cancelled = cancelled;
	}

	/**
	 * Erases what was freed before the call.
	 * @param cancelled checked between slices
	 * @return the number of bytes that were overwritten, or -1 if it is cancelled or has
	 * to be tried again later: a backup is running, or a transaction uses an older
	 * version
	 * @throws RuntimeException if the file cannot be read or written
	 */
	public static long erase(MVStore store, BooleanSupplier cancelled) {
		if (!(store.getFileStore() instanceof RandomAccessStore file) || file.isReadOnly()) {
			return 0;
		}
		var eraser = new FreedSpaceEraser(store, file, cancelled);
		return eraser.run() ? eraser.erased : -1;
	}

	private boolean run() {
		runLocked(this::recordDeadPages);
		var chunks = List.copyOf(this.deadPages.keySet());
		for (int at = 0; at < chunks.size();) {
			var first = at;
			var end = new int[] { at };
			if (!runSlice(() -> end[0] = eraseChunks(chunks, first))) {
				return false;
			}
			at = end[0];
		}
		while (this.nextBlock >= 0) {
			if (!runSlice(this::eraseFreeSpace)) {
				return false;
			}
		}
		runLocked(this.file::sync);
		return true;
	}

	/**
	 * Stores all changes, which also writes the occupancy, and records the dead pages.
	 */
	private void recordDeadPages() {
		this.file.dropUnusedChunks();
		clearWriteBuffers();
		this.file.store();
		this.version = this.store.getCurrentVersion();
		for (var chunk : this.file.getChunks().values()) {
			if (chunk.isSaved() && chunk.tocPos > 0) {
				this.deadPages.put(chunk.id, (BitSet) chunk.occupancy.clone());
			}
		}
	}

	/** H2 pads chunks with what a write buffer held before. */
	private void clearWriteBuffers() {
		var buffers = new WriteBuffer[FileStore.PIPE_LENGTH + 1];
		Arrays.setAll(buffers, (index) -> this.file.getWriteBuffer());
		for (var buffer : buffers) {
			Arrays.fill(buffer.getBuffer().array(), (byte) 0);
			this.file.releaseWriteBuffer(buffer);
		}
	}

	private boolean runSlice(Runnable slice) {
		if (this.cancelled.getAsBoolean()) {
			return false;
		}
		var done = new boolean[1];
		runLocked(() -> {
			if (this.file.isSpaceReused()) {
				this.file.store();
				this.file.sync();
				if (this.store.getOldestVersionToKeep() > this.version) {
					slice.run();
					done[0] = true;
				}
			}
		});
		return done[0];
	}

	/**
	 * Erases the dead pages and the padding of chunks, until the slice is full.
	 * @return the index of the next chunk
	 */
	private int eraseChunks(List<Integer> ids, int first) {
		var budget = SLICE;
		int at = first;
		for (; at < ids.size() && budget > 0; at++) {
			var chunk = this.file.getChunks().get(ids.get(at));
			if (chunk != null && chunk.isSaved()) {
				budget -= eraseChunk(chunk, this.deadPages.get(chunk.id));
			}
		}
		return at;
	}

	private long eraseChunk(SFChunk chunk, @Nullable BitSet dead) {
		var start = chunk.block * FileStore.BLOCK_SIZE;
		var padding = chunk.tocPos + 8L * chunk.pageCount;
		var read = erase(start + padding, start + (long) chunk.len * FileStore.BLOCK_SIZE - Chunk.FOOTER_LENGTH);
		if (dead == null || dead.isEmpty()) {
			return read;
		}
		var toc = chunk.readToC(this.file);
		var offsets = Arrays.stream(toc).mapToInt(DataUtils::getPageOffset).sorted().toArray();
		for (int page = dead.nextSetBit(0); page >= 0 && page < toc.length; page = dead.nextSetBit(page + 1)) {
			var offset = DataUtils.getPageOffset(toc[page]);
			var next = Arrays.binarySearch(offsets, offset) + 1;
			read += erase(start + offset, start + ((next < offsets.length) ? offsets[next] : chunk.tocPos));
		}
		return read;
	}

	/** Erases the space between chunks, until the slice is full or the file ends. */
	private void eraseFreeSpace() {
		var budget = (long) SLICE / FileStore.BLOCK_SIZE;
		var chunks = this.file.getChunks()
			.values()
			.stream()
			.filter((chunk) -> chunk.isAllocated() && chunk.block + chunk.len > this.nextBlock)
			.sorted(Comparator.comparingLong((chunk) -> chunk.block))
			.toList();
		for (var chunk : chunks) {
			var end = Math.min(chunk.block, this.nextBlock + budget);
			if (end > this.nextBlock) {
				erase(this.nextBlock * FileStore.BLOCK_SIZE, end * FileStore.BLOCK_SIZE);
				budget -= end - this.nextBlock;
				this.nextBlock = end;
			}
			if (budget == 0) {
				return;
			}
			this.nextBlock = chunk.block + chunk.len;
		}
		var start = this.nextBlock * FileStore.BLOCK_SIZE;
		var end = Math.min(this.file.size(), start + budget * FileStore.BLOCK_SIZE);
		erase(start, end);
		this.nextBlock = (end < this.file.size()) ? end / FileStore.BLOCK_SIZE : -1;
	}

	/**
	 * Overwrites a region of the file where it is not zero.
	 * @return its length
	 */
	private long erase(long start, long end) {
		for (var at = start; at < end; at += BUFFER) {
			var length = (int) Math.min(BUFFER, end - at);
			this.zeros.clear().limit(length);
			if (this.file.readFully((SFChunk) null, at, length).rewind().mismatch(this.zeros) >= 0) {
				this.file.writeFully(null, at, this.zeros);
				this.erased += length;
			}
		}
		return Math.max(0, end - start);
	}

	/**
	 * Runs an operation while no other thread writes to the store. An exception does not
	 * close the store, unlike one of H2's own operations.
	 */
	private void runLocked(Runnable operation) {
		var failure = new RuntimeException[1];
		this.store.executeFilestoreOperation(() -> {
			try {
				operation.run();
			}
			catch (RuntimeException ex) {
				failure[0] = ex;
			}
		});
		if (failure[0] != null) {
			throw failure[0];
		}
	}

}
