package org.cumulus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.cli.files.ChannelSource;
import org.cumulus.cli.files.Source;
import org.cumulus.cli.files.SpilledSource;
import org.cumulus.cli.files.StreamSource;
import org.cumulus.cli.literal.Literal;
import org.cumulus.npy.NpyHeader;
import org.cumulus.npy.Npz;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inputs that are to be worked on in parts, without reading more of them than that takes.
 * What fits comfortably into the memory is faster as a whole, and can do without the machinery.
 */
final class LargeInput {
  /** An element of a result, if the input's are no larger. */
  private static final int RESULT_BYTES = 8;

  /** More than the longest header of an {@code .npy} file. */
  private static final int HEADER_BYTES = 1 << 16;

  /** Enough of a text to see whether it is a literal. */
  private static final int BEGINNING = 64;

  private static final String PIPE = "standard input";

  private final Console console;
  private final @Nullable DType dtype;
  private final @Nullable List<String> columns;
  private final Path spill;
  private final long memory;

  /**
   * Prepares to look at inputs.
   *
   * @param dtype what text is read for
   * @param columns the columns of a text; null for all
   * @param spill where the numbers of a text can stand while they are worked on
   * @param memory how much there is for everything
   */
  LargeInput(
      Console console,
      @Nullable DType dtype,
      @Nullable List<String> columns,
      Path spill,
      long memory) {
    this.console = console;
    this.dtype = dtype;
    this.columns = columns;
    this.spill = spill;
    this.memory = memory;
  }

  /**
   * The elements of an input.
   *
   * @return empty if it is no large one; then standard input is where it was
   * @throws DataException if it is one that cannot be read
   */
  Optional<Source> open(Input input) throws IOException {
    return switch (input) {
      case Input.Written _ -> Optional.empty();
      case Input.Piped() -> Loader.named(PIPE, this::piped);
      case Input.Raw raw -> Loader.named(raw.name(), () -> raw(raw));
      case Input.Stored(Path file, String key) ->
          Files.isRegularFile(file) && Files.size(file) > memory / 64 // However small its elements.
              ? Loader.named(file.toString(), () -> stored(file, key))
              : Optional.empty();
    };
  }

  private Optional<Source> raw(Input.Raw raw) throws IOException {
    if (!isLarge(raw.header())) {
      return Optional.empty();
    }
    Path file = raw.file();
    return Optional.of(
        file == null || !Files.isRegularFile(file)
            ? new StreamSource(raw.name(), raw.open(console), raw.header())
            : new ChannelSource(file, raw.header(), 0));
  }

  private Optional<Source> stored(Path file, @Nullable String key) throws IOException {
    FileFormat format = FileFormat.ofName(file.toString());
    return switch (format) {
      case NPY -> npy(file);
      case NPZ -> npz(file, key);
      case CSV, TSV, TXT -> isLargeText(Files.size(file)) ? text(file, format) : Optional.empty();
      case UNKNOWN -> Optional.empty();
    };
  }

  private Optional<Source> npy(Path file) throws IOException {
    NpyHeader header = NpyHeader.read(file);
    return isLarge(header) && columns == null
        ? Optional.of(new ChannelSource(file, header, header.dataOffset()))
        : Optional.empty();
  }

  private Optional<Source> npz(Path file, @Nullable String key) throws IOException {
    Map<String, NpyHeader> headers = Npz.headers(file);
    String member = key == null && headers.size() == 1 ? headers.keySet().iterator().next() : key;
    NpyHeader header = member == null ? null : headers.get(member);
    if (member == null || header == null || !isLarge(header) || columns != null) {
      return Optional.empty(); // What is wrong with it is said by the one who reads it.
    }
    InputStream in = Npz.open(file, member);
    NpyHeader again = NpyHeader.read(in);
    return Optional.of(new StreamSource(file + ":" + member, in, again));
  }

  private Optional<Source> piped() throws IOException {
    InputStream in = console.in();
    in.mark(HEADER_BYTES);
    Magic magic = Magic.of(in.readNBytes(8));
    in.reset();
    if (magic == Magic.NPY) {
      in.mark(HEADER_BYTES);
      NpyHeader header = NpyHeader.read(in);
      if (isLarge(header) && columns == null) {
        return Optional.of(new StreamSource(PIPE, in, header));
      }
      in.reset();
    }
    return magic == Magic.NONE && hasLargeText(in) ? text(in) : Optional.empty();
  }

  /** Whether a stream has a table in it that is large; the stream is left where it is. */
  private boolean hasLargeText(InputStream in) throws IOException {
    int limit = (int) Math.min(memory / 16, 1 << 28) + 1;
    in.mark(limit);
    byte[] block = new byte[1 << 16];
    int seen = 0;
    for (int got = 1; got > 0 && seen < limit; seen += got) {
      got = in.readNBytes(block, 0, Math.min(block.length, limit - seen));
    }
    in.reset();
    return isLargeText(seen);
  }

  private boolean isLargeText(long bytes) {
    return bytes > memory / 16 && (dtype == null || dtype.kind() != Kind.OBJECT);
  }

  private Optional<Source> text(InputStream in) throws IOException {
    in.mark(BEGINNING);
    String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    in.reset();
    if (columns == null && Literal.opensSequence(beginning.replace("\uFEFF", ""))) {
      return Optional.empty(); // A literal is only known when all of it is there.
    }
    BufferedReader text = TextLoader.reader(in);
    return Optional.of(spilled(PIPE, out -> TextLoader.drain(text, null, dtype, columns, out)));
  }

  private Optional<Source> text(Path file, FileFormat format) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      BufferedReader text = TextLoader.reader(in);
      return Optional.of(
          spilled(
              file.toString(),
              out ->
                  TextLoader.drain(text, TextLoader.delimiter(text, format), dtype, columns, out)));
    }
  }

  private Source spilled(String name, SpilledSource.Filling filling) throws IOException {
    return new SpilledSource(name, spill, filling);
  }

  private boolean isLarge(NpyHeader header) {
    double bytes =
        header.byteSize()
            + (double) header.size() * Math.max(RESULT_BYTES, header.dtype().itemSize());
    return bytes > memory / 4.0 && header.dtype().kind() != Kind.OBJECT;
  }
}
