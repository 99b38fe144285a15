package org.cumulus.npy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;

/**
 * Reads the elements behind a header. Memory for all of them is taken at once only where so many
 * bytes are known to be there; else it grows with what arrives, so a header alone costs nothing.
 */
final class ElementReader {
  /** What is taken on the word of a header. */
  private static final int TRUSTED_BYTES = 1 << 16;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final NpyHeader header;
  private final byte[] buffer;
  private long arrived;

  private ElementReader(InputStream in, NpyHeader header) {
    this.in = in;
    this.header = header;
    buffer = new byte[(int) Math.min(BUFFER_BYTES, header.byteSize())];
  }

  /**
   * Reads exactly the bytes of the elements.
   *
   * @param available how many bytes certainly follow in the stream; 0 if that is unknown
   */
  static NDArray read(InputStream in, NpyHeader header, long available) throws IOException {
    if (header.dtype().kind() == Kind.OBJECT) {
      throw new NpyFormatException(
          "the elements are Python objects, stored as a pickle, which is never read: loading one"
              + " can run any code");
    }
    return header.arrange(new ElementReader(in, header).elements(available));
  }

  /** All elements, in one dimension. */
  private NDArray elements(long available) throws IOException {
    int itemSize = header.dtype().itemSize();
    long trusted = Math.max(available, TRUSTED_BYTES) / itemSize;
    NDArray elements = NDArray.zeros(header.dtype(), Math.min(header.size(), trusted));
    fill(elements);
    while (elements.size() < header.size()) {
      long doubled = Math.min(header.size(), 2 * elements.size());
      NDArray larger = NDArray.zeros(header.dtype(), doubled);
      memory(larger).copyFrom(memory(elements));
      elements = larger;
      fill(elements);
    }
    return elements;
  }

  /** Reads on until an array is full. */
  private void fill(NDArray elements) throws IOException {
    MemorySegment memory = memory(elements);
    while (arrived < memory.byteSize()) {
      int wanted = (int) Math.min(buffer.length, memory.byteSize() - arrived);
      int got = in.readNBytes(buffer, 0, wanted);
      MemorySegment.copy(MemorySegment.ofArray(buffer), 0, memory, arrived, got);
      arrived += got;
      if (got < wanted) {
        checkHeld(header, arrived);
      }
    }
  }

  /** Refuses an array of which there are only so many bytes. */
  static void checkHeld(NpyHeader header, long bytes) throws NpyFormatException {
    if (bytes < header.byteSize()) {
      throw new NpyFormatException(
          "EOF: reading array data, expected %d bytes got %d".formatted(header.byteSize(), bytes));
    }
  }

  private static MemorySegment memory(NDArray elements) {
    return elements.memory().orElseThrow();
  }
}
