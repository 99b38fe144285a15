package org.cumulus.cli.large;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * A checksum of the chunks that a pass has written, in their order. That of a chunk is taken as it
 * is written, by any thread; so all of it costs next to nothing, and can be gone on with.
 */
public final class ChunkSum {
  /** Of no chunks. */
  static final long EMPTY = 0;

  /** An odd number without a pattern: the golden ratio, as in hash tables. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private ChunkSum() {}

  /** The checksum of a chunk. */
  static long of(MemorySegment chunk) {
    return of(chunk.asByteBuffer());
  }

  private static long of(ByteBuffer chunk) {
    CRC32C checksum = new CRC32C();
    checksum.update(chunk);
    return checksum.getValue();
  }

  /** The sum of chunks and of the one that follows them. */
  static long add(long sum, long chunk) {
    long mixed = (sum ^ chunk) * SPREAD;
    return mixed ^ (mixed >>> 32);
  }

  /**
   * Checks that a file still holds what a pass has written there.
   *
   * @param prefix what stands before the elements
   * @param chunks how many have been written
   * @param sum the checksum that they had
   * @throws IOException that says what is wrong
   */
  static void check(Path file, Pass pass, byte[] prefix, long chunks, long sum) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try (FileChannel channel = FileChannel.open(file, options);
        Arena arena = Arena.ofConfined()) {
      long whole = prefix.length + pass.target().header().byteSize();
      boolean isWhole = chunks == pass.schedule().count();
      long size = channel.size();
      if (size > whole || (isWhole && size < whole)) {
        throw new IOException("it has %d bytes, expected %d".formatted(size, whole));
      }
      ByteBuffer start = ByteBuffer.allocate(prefix.length);
      read(channel, start, 0);
      MemorySegment buffer = arena.allocate(pass.target().bytes(pass.largestTarget()), Long.BYTES);
      long found = EMPTY;
      for (long index = 0; index < chunks; index++) {
        Chunk chunk = pass.targetOf(pass.schedule().get(index));
        found = add(found, of(read(channel, pass.target(), chunk, prefix.length, buffer)));
      }
      if (found != sum || !Arrays.equals(start.array(), prefix)) {
        throw wrong();
      }
    }
  }

  /** What is said of a file that holds something else than it should. */
  static IOException wrong() {
    return new IOException("it is not what was written there: its checksum is wrong");
  }

  private static MemorySegment read(
      FileChannel channel, Extent extent, Chunk chunk, long offset, MemorySegment buffer)
      throws IOException {
    long bytes = extent.rowBytes(chunk);
    for (long row = 0; row < chunk.rows(extent.lines()); row++) {
      ByteBuffer target = buffer.asSlice(row * bytes, bytes).asByteBuffer();
      read(channel, target, offset + extent.position(chunk, row));
    }
    return buffer.asSlice(0, extent.bytes(chunk));
  }

  private static void read(FileChannel channel, ByteBuffer target, long position)
      throws IOException {
    while (target.hasRemaining()) {
      if (channel.read(target, position + target.position()) < 0) {
        throw new EOFException("it ends after %d bytes".formatted(channel.size()));
      }
    }
  }
}
