package org.cumulus.bench.contestants;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.CRC32;
import org.cumulus.NDArray;

/** Bits in short. */
public final class Checksum {
  private Checksum() {}

  /** The CRC-32 of the elements' bytes in C order. */
  public static long of(NDArray array) {
    CRC32 checksum = new CRC32();
    MemorySegment bytes = array.copy().memory().orElseThrow();
    byte[] part = new byte[1 << 16];
    for (long offset = 0; offset < bytes.byteSize(); offset += part.length) {
      int length = (int) Math.min(part.length, bytes.byteSize() - offset);
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, offset, part, 0, length);
      checksum.update(part, 0, length);
    }
    return checksum.getValue();
  }
}
