package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cumulus.DType.Kind;
import org.cumulus.cli.files.ChannelSource;
import org.cumulus.cli.files.Source;
import org.cumulus.npy.NpyHeader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inputs that are to be worked on in parts, without reading more of them than that takes.
 * What fits comfortably into the memory is faster as a whole, and can do without the machinery.
 */
final class LargeInput {
  /** An element of a result, if the input's are no larger. */
  private static final int RESULT_BYTES = 8;

  private final long memory;

  /** Takes the memory that there is for everything. */
  LargeInput(long memory) {
    this.memory = memory;
  }

  /**
   * The elements of an input.
   *
   * @return empty if it is no large file
   * @throws DataException if it is one that cannot be read
   */
  Optional<Source> open(Input input) throws IOException {
    if (!(input instanceof Input.Stored(Path file, String key)) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Loader.named(file.toString(), () -> open(file, key));
  }

  private Optional<Source> open(Path file, @Nullable String key) throws IOException {
    if (FileFormat.ofName(file.toString()) != FileFormat.NPY || key != null) {
      return Optional.empty();
    }
    if (Files.size(file) <= memory / 64) {
      return Optional.empty(); // However small the elements are.
    }
    NpyHeader header = NpyHeader.read(file);
    return isLarge(header)
        ? Optional.of(new ChannelSource(file, header, header.dataOffset()))
        : Optional.empty();
  }

  private boolean isLarge(NpyHeader header) {
    double bytes =
        header.byteSize()
            + (double) header.size() * Math.max(RESULT_BYTES, header.dtype().itemSize());
    return bytes > memory / 4.0 && header.dtype().kind() != Kind.OBJECT;
  }
}
