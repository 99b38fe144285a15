package org.cumulus.cli.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.files.TemporaryFile;
import org.cumulus.cli.sources.Source;
import org.cumulus.cli.text.ColumnChoiceException;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyHeader;
import org.cumulus.npy.Npz;
import org.jspecify.annotations.Nullable;

/** Turns what INPUT names into an array. */
public final class Loader {
  private final Console console;
  private final TextRequest request;

  /** What is asked for is asked of text only. */
  public Loader(Console console, TextRequest request) {
    this.console = console;
    this.request = request;
  }

  /** Loads the array; an {@code .npz} without a key must have one member only. */
  public Loaded load(Input input) throws IOException {
    return switch (input) {
      case Input.Written(NDArray array) -> binary("literal", array);
      case Input.Raw raw -> named(raw.name(), () -> binary("raw", raw(raw)));
      case Input.Piped() -> named("standard input", () -> stream(console.in()));
      case Input.Stored(Path file, String key) -> named(file.toString(), () -> file(file, key));
    };
  }

  /** Something that reads an input. */
  @FunctionalInterface
  public interface Reading<T> {
    T run() throws IOException;
  }

  /** Reads, and puts the name of the input before whatever goes wrong. */
  public static <T> T named(String name, Reading<T> reading) throws IOException {
    try {
      return reading.run();
    } catch (ColumnChoiceException absent) {
      throw new UsageException(name + ": " + absent.getMessage());
    } catch (IOException | IllegalArgumentException failure) {
      throw new DataException(name, failure);
    }
  }

  private Loaded file(Path file, @Nullable String key) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("a directory, expected a file");
    }
    boolean isRegular = Files.isRegularFile(file);
    FileFormat format = isRegular ? FileFormat.of(file) : FileFormat.ofName(file.toString());
    if (isRegular && format == FileFormat.NPY) {
      return binary(NpyVersion.of(file), map(file));
    }
    if (isRegular && format == FileFormat.NPZ) {
      return archive(file, key);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return format.isText() ? TextLoader.table(in, format.textKind(), request) : stream(in);
    }
  }

  /** Maps a file that is whole: what it lacks is said in the words for every other input. */
  private static NDArray map(Path file) throws IOException {
    NpyHeader header = NpyHeader.read(file);
    long bytes = Files.size(file) - header.dataOffset();
    if (bytes < header.byteSize() && header.dtype().kind() != Kind.OBJECT) {
      throw Source.ended(header, Math.max(0, bytes));
    }
    return Npy.map(file);
  }

  private NDArray raw(Input.Raw raw) throws IOException {
    NpyHeader header = raw.header();
    try (InputStream in = raw.open(console)) {
      byte[] elements = in.readNBytes((int) header.byteSize());
      if (elements.length < header.byteSize()) {
        throw Source.ended(header, elements.length);
      }
      return NDArray.wrap(MemorySegment.ofArray(elements), header.dtype(), header.shape());
    }
  }

  private Loaded archive(Path file, @Nullable String key) throws IOException {
    return binary("npz", Npz.read(file, key == null ? onlyKey(file, "a key") : key));
  }

  /**
   * The key of the only array in an archive.
   *
   * @param expected what it takes to choose one of several, for the message
   */
  private static String onlyKey(Path file, String expected) throws IOException {
    List<String> keys = Npz.keys(file);
    if (keys.isEmpty()) {
      throw new IOException("contains no arrays");
    }
    if (keys.size() > 1) {
      throw new IOException(
          "contains %d arrays, expected %s, as in FILE.npz:%s; the keys are: %s"
              .formatted(keys.size(), expected, keys.getFirst(), String.join(", ", keys)));
    }
    return keys.getFirst();
  }

  /** Finds out by its first bytes what a stream holds. */
  private Loaded stream(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    byte[] beginning = FileFormat.beginning(in);
    return switch (FileFormat.of(beginning)) {
      case NPY -> binary(NpyVersion.of(beginning), Npy.read(in));
      case NPZ -> spooled(in);
      case GZIP -> throw new IOException("compressed with gzip: decompress it first, with gunzip");
      case CSV, TSV, TXT, UNKNOWN -> TextLoader.literalOrTable(in, request);
    };
  }

  /** A zip file has its table of contents at the end, so the whole of it must be there. */
  private Loaded spooled(InputStream in) throws IOException {
    try (TemporaryFile copy = new TemporaryFile(Files.createTempFile("cumulus", ".npz"))) {
      try (OutputStream out = copy.create()) {
        in.transferTo(out);
      }
      return ofCopy(
          copy.path(), () -> archive(copy.path(), onlyKey(copy.path(), "a file and a key")));
    }
  }

  /** Reads the copy of a pipe, whose name nobody is to know. */
  static <T> T ofCopy(Path copy, Reading<T> reading) throws IOException {
    try {
      return reading.run();
    } catch (IOException named) {
      String message = named.getMessage();
      if (message == null || !message.startsWith(copy + ":")) {
        throw named;
      }
      throw new IOException(message.substring((copy + ":").length()).strip(), named);
    }
  }

  private Loaded binary(String format, NDArray array) {
    if (request.choosesColumns()) {
      throw new UsageException("--column is for columns of a text, and this is " + format);
    }
    return new Loaded(format, array);
  }
}
