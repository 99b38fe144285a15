package org.cumulus.cli.sources;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import org.cumulus.npy.NpyHeader;

/** Elements that a stream brings: a pipe, or a member of an archive. */
public final class StreamSource implements Source {
  private static final int BLOCK_BYTES = 1 << 16;

  private final String name;
  private final InputStream in;
  private final NpyHeader header;
  private final byte[] block = new byte[BLOCK_BYTES];
  private long at;

  /**
   * Takes a stream that is at the first element.
   *
   * @param name what the stream is called in messages
   * @param in is closed with the source
   */
  public StreamSource(String name, InputStream in, NpyHeader header) {
    this.name = name;
    this.in = in;
    this.header = header;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NpyHeader header() {
    return header;
  }

  @Override
  public boolean isSequential() {
    return true;
  }

  @Override
  public void read(long position, MemorySegment target) throws IOException {
    if (position < at) {
      throw new IllegalArgumentException("byte " + position + " has been read already");
    }
    while (at < position) {
      int _ = next(position - at);
    }
    for (long filled = 0; filled < target.byteSize(); ) {
      int got = next(target.byteSize() - filled);
      MemorySegment.copy(MemorySegment.ofArray(block), 0, target, filled, got);
      filled += got;
    }
  }

  /** Reads the next bytes into the block. */
  private int next(long wanted) throws IOException {
    int got = in.read(block, 0, (int) Math.min(block.length, wanted));
    if (got < 0) {
      throw Source.ended(header, at);
    }
    at += got;
    return got;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
