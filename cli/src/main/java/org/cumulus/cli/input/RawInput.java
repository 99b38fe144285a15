package org.cumulus.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cumulus.DType;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.UsageException;
import org.cumulus.npy.NpyHeader;

/** Finds out what a file holds that does not say so itself. */
public final class RawInput {
  private RawInput() {}

  /**
   * A file, or standard input, as elements of a dtype.
   *
   * @param shape one of its lengths may be -1, and follows from the size of the file
   * @throws UsageException if there is no such array
   * @throws DataException if the file has another size
   */
  public static Input.Raw of(String text, DType dtype, Shape shape) throws IOException {
    Path file = text.equals("-") ? null : Path.of(text);
    if (file != null && !Files.exists(file)) {
      throw new DataException(text, "no such file");
    }
    long bytes = file != null && Files.isRegularFile(file) ? Files.size(file) : -1;
    long[] lengths = shape.toArray();
    int unknown = unknown(lengths);
    NpyHeader header = header(dtype, lengths);
    if (unknown >= 0) {
      if (bytes < 0) {
        throw new UsageException(
            "--shape: -1 needs a file, as it is not known how much a pipe will bring");
      }
      if (header.byteSize() > 0 && bytes % header.byteSize() != 0) {
        throw new DataException(
            text,
            "%d bytes, but shape %s of %s needs a multiple of %d"
                .formatted(bytes, shape, dtype, header.byteSize()));
      }
      lengths[unknown] = header.byteSize() == 0 ? 0 : bytes / header.byteSize();
      header = header(dtype, lengths);
    }
    if (bytes >= 0 && bytes != header.byteSize()) {
      throw new DataException(
          text,
          "%d bytes, but shape %s of %s needs %d"
              .formatted(bytes, shape, dtype, header.byteSize()));
    }
    return new Input.Raw(file, header);
  }

  /** The place of the length that is not known, which becomes 1; negative if all are known. */
  private static int unknown(long[] lengths) {
    int unknown = -1;
    for (int axis = 0; axis < lengths.length; axis++) {
      if (lengths[axis] == -1) {
        if (unknown >= 0) {
          throw new UsageException("--shape: only one length can be -1");
        }
        unknown = axis;
        lengths[axis] = 1;
      }
    }
    return unknown;
  }

  private static NpyHeader header(DType dtype, long... lengths) {
    try {
      if (dtype.kind() == DType.Kind.OBJECT) {
        throw new IllegalArgumentException("objects have no binary form");
      }
      return NpyHeader.of(dtype, false, lengths);
    } catch (IllegalArgumentException none) {
      throw new UsageException("--shape: " + none.getMessage());
    }
  }
}
