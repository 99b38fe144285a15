package org.cumulus.cli.sources;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cumulus.cli.files.FileException;
import org.cumulus.npy.NpyHeader;

/** Elements in a file, from some byte on, read at any place. */
public final class ChannelSource implements Source {
  private final String name;
  private final FileChannel channel;
  private final NpyHeader header;
  private final long offset;

  /**
   * Opens a file.
   *
   * @param offset where the first element begins
   * @throws FileException if the file cannot be opened or is too short
   */
  public ChannelSource(Path file, NpyHeader header, long offset) throws IOException {
    name = file.toString();
    this.header = header;
    this.offset = offset;
    channel = FileChannel.open(file, StandardOpenOption.READ);
    long bytes = channel.size() - offset;
    if (bytes < header.byteSize()) {
      channel.close();
      throw FileException.of(name, Source.ended(header, Math.max(0, bytes)));
    }
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
    return false;
  }

  @Override
  public void read(long position, MemorySegment target) throws IOException {
    ByteBuffer buffer = target.asByteBuffer();
    while (buffer.hasRemaining()) {
      long at = position + buffer.position();
      if (channel.read(buffer, offset + at) < 0) {
        throw Source.ended(header, at);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
