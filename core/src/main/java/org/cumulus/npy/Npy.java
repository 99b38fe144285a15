package org.cumulus.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.internal.memory.MappedFiles;

/**
 * NumPy's {@code .npy} files, one array each.
 *
 * {@snippet :
 * NDArray a = Npy.read(Path.of("samples.npy"));     // np.load("samples.npy")
 * NDArray m = Npy.map(Path.of("huge.npy"));         // np.load("huge.npy", mmap_mode="r")
 * Npy.write(Path.of("sums.npy"), Cumulus.cumsum(m, 0));
 * }
 *
 * <p>Every dtype of {@link org.cumulus.DType} but {@code object} can be read and written, in either
 * byte order and of any shape, also empty and without dimensions. Formats 1.0, 2.0 and 3.0 are
 * read. An array keeps the byte order of its file, and an array stored in Fortran order is in
 * Fortran order in memory. What is written is, byte for byte, what {@code np.save} writes.
 *
 * <p>A file that is not such an array gives an {@link NpyFormatException}. Neither a header's text
 * nor the sizes in it make the reader take more memory than the bytes that really follow: twice
 * that, at the most, while it reads a stream. Pickled objects are never read.
 *
 * <p>All methods may be called from several threads at once.
 */
public final class Npy {
  private Npy() {}

  /**
   * Reads the array of a file into memory; bytes behind it are ignored.
   *
   * @return a fresh array, which may be written to
   * @throws NpyFormatException if the file is no {@code .npy} file, holds less than its header
   *     says, or has a dtype that is not supported
   * @throws IOException if reading fails
   */
  public static NDArray read(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    try (InputStream in = Files.newInputStream(path)) {
      return Reading.naming(
          path,
          () -> {
            NpyHeader header = NpyHeader.read(in);
            return ElementReader.read(in, header, available(path, header));
          });
    }
  }

  /**
   * Reads an array and leaves the stream right behind it, so that several may follow one another.
   * Nothing else is read, so a buffered stream is not needed.
   *
   * @return a fresh array, which may be written to
   * @throws EOFException if the stream is at its end already
   * @throws NpyFormatException if what follows is not an array, ends too early, or has a dtype that
   *     is not supported
   * @throws IOException if reading fails
   */
  public static NDArray read(InputStream in) throws IOException {
    Objects.requireNonNull(in, "in");
    return ElementReader.read(in, NpyHeader.read(in), 0);
  }

  /**
   * Maps a file into memory: nothing is read until it is used, and the elements are never copied.
   * Files of any size can be mapped, and data at any offset.
   *
   * <p>The file stays mapped as long as the array, or a view of it, is reachable. It must not
   * become shorter in that time: scans, copies and all that reads elements that are gone then throw
   * a {@link java.io.UncheckedIOException} that names the file, or, where they may, an {@link
   * IOException}; of {@link NDArray#memory} the JVM throws an {@link InternalError}. What other
   * programs write to it may or may not be seen.
   *
   * @return a read-only array
   * @throws NpyFormatException as {@link #read(Path)}
   * @throws IOException if the file cannot be mapped
   */
  public static NDArray map(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(path);
      return Reading.naming(path, () -> map(path, channel, header));
    }
  }

  private static NDArray map(Path path, FileChannel channel, NpyHeader header) throws IOException {
    if (header.dtype().kind() == Kind.OBJECT) {
      throw new NpyFormatException(
          "the elements are Python objects, stored as a pickle, which is never read");
    }
    if (channel.size() - header.dataOffset() < header.byteSize()) {
      throw new NpyFormatException("mmap length is greater than file size");
    }
    if (header.byteSize() == 0) {
      return header.arrange(NDArray.zeros(header.dtype(), 0)).asReadOnly();
    }
    return map(path, channel, MapMode.READ_ONLY, header);
  }

  private static NDArray map(Path path, FileChannel channel, MapMode mode, NpyHeader header)
      throws IOException {
    MemorySegment memory =
        channel.map(mode, header.dataOffset(), header.byteSize(), Arena.ofAuto());
    MappedFiles.add(memory, path);
    return header.arrange(NDArray.wrap(memory, header.dtype(), header.size()));
  }

  /**
   * Makes a file with an array of zeros and maps it into memory: what is written to the array is
   * written to the file. For results that memory does not hold, as {@code open_memmap(path,
   * mode="w+", dtype=dtype, shape=shape)} in NumPy.
   *
   * {@snippet :
   * NDArray sums = Npy.create(Path.of("sums.npy"), DType.FLOAT64, 1000, 3);
   * Cumulus.cumsum(Npy.map(Path.of("samples.npy")), 0, null, sums);
   * }
   *
   * <p>A file of that name is replaced in one step as by {@link #write(Path, Object)}: maps of the
   * old one go on showing it. The system writes changes to the disk when it likes; {@code
   * sums.memory().get().force()} has it do so now. The zeros take no room on most disks until they
   * are written over, so that a disk may turn out to be full only then: writing then ends in an
   * {@link InternalError} or a {@link java.io.UncheckedIOException}.
   *
   * @param path a file of exactly this name, which is made or replaced
   * @return an array in C order, which may be written to, for as long as it or a view of it is
   *     reachable
   * @throws IllegalArgumentException if the dtype is object, a dimension negative or the array too
   *     big; no file is touched then
   * @throws IOException if the file cannot be made or mapped
   */
  public static NDArray create(Path path, DType dtype, long... shape) throws IOException {
    Objects.requireNonNull(path, "path");
    NpyHeader header = NpyHeader.of(dtype, false, shape);
    if (dtype.kind() == Kind.OBJECT) {
      throw new IllegalArgumentException("files cannot hold objects: " + path);
    }
    ReplacedFile.writeZeros(path, header.toBytes(), header.byteSize());
    if (header.byteSize() == 0) {
      return header.arrange(NDArray.zeros(dtype, 0));
    }
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return map(path, channel, MapMode.READ_WRITE, header);
    }
  }

  /**
   * Writes an array to a file of exactly this name; unlike {@code np.save}, it appends no {@code
   * .npy}.
   *
   * {@snippet :
   * Npy.write(Path.of("totals.npy"), Cumulus.cumsum(new int[] {2, 4, 6}));
   * Npy.read(Path.of("totals.npy"));   // [ 2  6 12]
   * }
   *
   * <p>The array is first written under a temporary name in the same folder, which then replaces
   * the target in one step, once the system has it on the disk. So the name never stands for half
   * an array, not even after a power failure, a failure leaves the old file as it was, and the
   * array may be a {@linkplain #map map} of the very file that it replaces (except on Windows,
   * where a mapped file cannot be replaced).
   *
   * @param arrayLike an array, or anything that {@link NDArray#of(Object)} takes; a primitive array
   *     is written without a copy
   * @throws IllegalArgumentException if it is not an array-like, or its elements are objects
   * @throws IOException if writing fails; the temporary file is removed then
   */
  public static void write(Path path, Object arrayLike) throws IOException {
    Objects.requireNonNull(path, "path");
    NDArray array = ElementWriter.array(arrayLike);
    ElementWriter.header(array); // Refuses objects before a file is made.
    ReplacedFile.write(path, out -> write(out, array));
  }

  /**
   * Writes an array to a stream, 64 KiB at a time. The stream is neither flushed nor closed.
   *
   * @param arrayLike as in {@link #write(Path, Object)}
   * @throws IllegalArgumentException if it is not an array-like, or its elements are objects
   * @throws IOException if writing fails
   */
  public static void write(OutputStream out, Object arrayLike) throws IOException {
    Objects.requireNonNull(out, "out");
    ElementWriter.write(ElementWriter.array(arrayLike), out);
  }

  /** How many bytes follow the header; 0 if only reading can tell. */
  private static long available(Path path, NpyHeader header) throws IOException {
    if (!Files.isRegularFile(path)) {
      return 0;
    }
    long available = Files.size(path) - header.dataOffset();
    if (available < header.byteSize()) {
      throw new NpyFormatException(
          "Failed to read all data for array. Expected %s = %d elements, could only read %d elements. (file seems not fully written?)"
              .formatted(
                  HeaderText.tuple(header.shape()),
                  header.size(),
                  available / header.dtype().itemSize()));
    }
    return available;
  }
}
