package org.cumulus.cli.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.sources.ChannelSource;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.sources.StreamSource;
import org.cumulus.npy.NpyHeader;
import org.cumulus.npy.Npz;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inputs that are to be worked on in parts, without reading more of them than that takes.
 *
 * @param request what to read of a text
 * @param spill where what cannot be used as it comes can stand meanwhile
 */
public record LargeInput(Console console, TextRequest request, Path spill, MemoryLimit limit) {
  /**
   * The elements of an input.
   *
   * @return empty if it is no large one; then standard input is where it was
   * @throws DataException if it is one that cannot be read
   */
  public Optional<Source> open(Input input) throws IOException {
    return switch (input) {
      case Input.Written _ -> Optional.empty();
      case Input.Piped() ->
          Loader.named("standard input", new LargePipe(console.in(), request, spill, limit)::open);
      case Input.Raw raw -> Loader.named(raw.name(), () -> raw(raw));
      case Input.Stored(Path file, String key) ->
          Files.isRegularFile(file) && limit.mayBeExceededByFile(Files.size(file))
              ? Loader.named(file.toString(), () -> stored(file, key))
              : Optional.empty();
    };
  }

  private Optional<Source> raw(Input.Raw raw) throws IOException {
    if (!limit.isExceededBy(raw.header())) {
      return Optional.empty();
    }
    Path file = raw.file();
    return Optional.of(
        file == null || !Files.isRegularFile(file)
            ? new StreamSource(raw.name(), raw.open(console), raw.header())
            : new ChannelSource(file, raw.header(), 0));
  }

  private Optional<Source> stored(Path file, @Nullable String key) throws IOException {
    FileFormat format = FileFormat.of(file);
    return switch (format) {
      case NPY -> npy(file);
      case NPZ -> npz(file, key);
      case GZIP -> Optional.empty();
      case CSV, TSV, TXT, UNKNOWN -> text(file, format);
    };
  }

  private Optional<Source> npy(Path file) throws IOException {
    NpyHeader header = NpyHeader.read(file);
    return limit.isExceededBy(header) && !request.choosesColumns()
        ? Optional.of(new ChannelSource(file, header, header.dataOffset()))
        : Optional.empty();
  }

  private Optional<Source> npz(Path file, @Nullable String key) throws IOException {
    return !request.choosesColumns() ? member(file.toString(), file, key, limit) : Optional.empty();
  }

  /**
   * A member of an archive, if it is a large one.
   *
   * @param name what messages call the archive
   * @param key which member; null for the only one
   */
  static Optional<Source> member(String name, Path file, @Nullable String key, MemoryLimit limit)
      throws IOException {
    Map<String, NpyHeader> headers = Npz.headers(file);
    String member = key == null && headers.size() == 1 ? headers.keySet().iterator().next() : key;
    NpyHeader header = member == null ? null : headers.get(member);
    if (member == null || header == null || !limit.isExceededBy(header)) {
      return Optional.empty(); // What is wrong with it is said by the one who reads it.
    }
    InputStream in = Npz.open(file, member);
    NpyHeader again = NpyHeader.read(in);
    return Optional.of(new StreamSource(name + ":" + member, in, again));
  }

  private Optional<Source> text(Path file, FileFormat format) throws IOException {
    if (!limit.isExceededByText(Files.size(file))) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (format == FileFormat.UNKNOWN && !request.choosesColumns()) {
        limit.checkIsNoLiteral(in);
      }
      return Optional.of(
          TextLoader.spilled(file.toString(), spill, in, format.textKind(), request));
    }
  }
}
