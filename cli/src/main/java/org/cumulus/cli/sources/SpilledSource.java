package org.cumulus.cli.sources;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.cumulus.cli.files.TemporaryFile;
import org.cumulus.npy.NpyHeader;

/** Elements that stand in a file of their own for a while, as their form is not that of memory. */
public final class SpilledSource implements Source {
  private final String name;
  private final TemporaryFile file;
  private final ChannelSource source;

  /** Writes elements. */
  @FunctionalInterface
  public interface Filling {
    /** Writes elements, one after the other, and tells what they are. */
    NpyHeader writeTo(OutputStream out) throws IOException;
  }

  /**
   * Fills a file, which is removed when the source is closed.
   *
   * @param name what messages call the source
   * @param file is replaced if it is there
   */
  public SpilledSource(String name, Path file, Filling filling) throws IOException {
    this.name = name;
    this.file = new TemporaryFile(file);
    try {
      NpyHeader header;
      try (OutputStream out = new BufferedOutputStream(this.file.create(), 1 << 16)) {
        header = filling.writeTo(out);
      }
      source = new ChannelSource(file, header, 0);
    } catch (Throwable failure) {
      this.file.close();
      throw failure;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NpyHeader header() {
    return source.header();
  }

  @Override
  public boolean isSequential() {
    return false;
  }

  @Override
  public void read(long position, MemorySegment target) throws IOException {
    source.read(position, target);
  }

  @Override
  public void close() throws IOException {
    source.close();
    file.close();
  }
}
