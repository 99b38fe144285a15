package org.cumulus.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.cli.literal.Literal;
import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;

/**
 * Tells what fits comfortably into the memory: that is faster as a whole, and can do without the
 * machinery for parts.
 *
 * @param bytes how much memory there is for everything
 * @param dtype what text is read for
 */
public record MemoryLimit(long bytes, @Nullable DType dtype) {
  /** An element of a result, if the input's are no larger. */
  private static final int RESULT_BYTES = 8;

  /** The array of a text takes several times as much as the text, while it is read. */
  private static final int TEXT_SHARE = 16;

  /** Enough of a text to see whether it is a literal. */
  private static final int BEGINNING = 64;

  /** As much as can be read ahead of a stream. */
  private static final int MOST_AHEAD = 1 << 28;

  /** Whether an array and its result are too large. */
  boolean isExceededBy(NpyHeader header) {
    double all =
        header.byteSize()
            + (double) header.size() * Math.max(RESULT_BYTES, header.dtype().itemSize());
    return all > bytes / 4.0 && header.dtype().kind() != Kind.OBJECT;
  }

  /** Whether the array of a text of so many bytes is too large. */
  boolean isExceededByText(long length) {
    return length > textBytes() && (dtype == null || dtype.kind() != Kind.OBJECT);
  }

  /** Whether a file may be too large, however small its elements are. */
  boolean mayBeExceededByFile(long length) {
    return length > bytes / 64;
  }

  /**
   * Refuses a literal, which is only known when all of it is there.
   *
   * @param text a text that is too large for the memory, and can be reset to where it is
   */
  void checkIsNoLiteral(InputStream text) throws IOException {
    text.mark(BEGINNING);
    String beginning = new String(text.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    text.reset();
    if (Literal.opensSequence(beginning.replace("\uFEFF", ""))) {
      throw new IOException(
          "a literal of more than %d bytes: expected a larger --memory, or numbers without brackets"
              .formatted(textBytes()));
    }
  }

  /** The longest text that is read as a whole; its array is in the heap, whatever there is else. */
  private long textBytes() {
    return Math.min(bytes, Runtime.getRuntime().maxMemory()) / TEXT_SHARE;
  }

  /** How much of a stream to look at, to see whether what it brings is too large. */
  int lookAhead() {
    return (int) Math.min(textBytes(), MOST_AHEAD) + 1;
  }
}
