package org.cumulus.cli.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file on its way, under a name of its own. */
public final class PartialFile implements Sink, Closeable {
  private final String name;
  private final Path path;
  private final FileChannel channel;
  private final Flushing flushing;
  private final long offset;

  /**
   * Opens a file; it is made if there is none.
   *
   * @param name what messages call it
   * @param prefix what stands before its elements
   * @param isNew whether what is in it already is of no use
   * @throws FileException if it cannot be written, or another process is at it
   */
  PartialFile(String name, Path path, byte[] prefix, boolean isNew) throws IOException {
    this.name = name;
    this.path = path;
    offset = prefix.length;
    try {
      channel = PrivateFiles.open(path);
      flushing = new Flushing(channel);
      if (channel.tryLock() == null) {
        throw new IOException("another run is writing to it: " + path);
      }
      if (isNew) {
        channel.truncate(0);
        writeAt(0, ByteBuffer.wrap(prefix));
      }
    } catch (IOException failure) {
      throw FileException.of(name, failure);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(long position, MemorySegment bytes) throws IOException {
    writeAt(offset + position, bytes.asByteBuffer());
    flushing.hasWritten(bytes.byteSize());
  }

  private void writeAt(long position, ByteBuffer bytes) throws IOException {
    long start = position - bytes.position();
    while (bytes.hasRemaining()) {
      int _ = channel.write(bytes, start + bytes.position());
    }
  }

  /** Writes on from the beginning. */
  OutputStream stream() {
    return Channels.newOutputStream(channel);
  }

  @Override
  public void force() throws IOException {
    try {
      flushing.finish();
    } catch (IOException unwritten) {
      throw FileException.of(name, unwritten);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
