package org.cumulus.cli.sources;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.cumulus.cli.cells.WideInteger;
import org.cumulus.npy.NpyHeader;

/**
 * Doubles, the first of which stand in a file as integers of as many bytes: they were written
 * before it was known that others would not be integers.
 *
 * @param elements those of the file
 * @param integers how many bytes of it are integers
 * @param areUnsigned whether these have no sign
 */
public record WidenedSource(Source elements, long integers, boolean areUnsigned) implements Source {
  @Override
  public String name() {
    return elements.name();
  }

  @Override
  public NpyHeader header() {
    return elements.header();
  }

  @Override
  public boolean isSequential() {
    return elements.isSequential();
  }

  @Override
  public void read(long position, MemorySegment target) throws IOException {
    elements.read(position, target);
    long end = Math.min(integers - position, target.byteSize());
    for (long at = 0; at < end; at += Long.BYTES) {
      long bits = target.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
      target.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, WideInteger.rounded(bits, areUnsigned));
    }
  }

  @Override
  public void close() throws IOException {
    elements.close();
  }
}
