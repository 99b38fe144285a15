package org.cumulus.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's {@code .npz} files: zip archives of {@code .npy} files, each array under a key.
 *
 * {@snippet :
 * Map<String, NDArray> all = Npz.read(Path.of("run.npz"));
 * NDArray time = Npz.read(Path.of("run.npz"), "time");          // reads no other array
 * Npz.writeCompressed(Path.of("sums.npz"), Map.of("time", Cumulus.cumsum(time)));
 * }
 *
 * <p>An array with the key {@code time} is the member {@code time.npy} of the archive. Members of
 * any other name are no arrays; they are left out (NumPy gives their bytes). Stored and deflated
 * members are read, also beyond 4 GiB, and their checksums are verified. Of a member that holds
 * more than its header says, the rest is not even decompressed.
 *
 * <p>The same arrays always give the same bytes: no member has the time of its writing. They are
 * not NumPy's own bytes, but NumPy reads them.
 *
 * <p>All methods may be called from several threads at once. Paths must be of the default file
 * system to be read.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  private Npz() {}

  /** What is made of a member. */
  @FunctionalInterface
  private interface MemberReading<T> {
    T run(InputStream in, ZipEntry member) throws IOException;
  }

  /**
   * Reads all arrays.
   *
   * @return the arrays by their keys, in the order of the file; it cannot be changed, the arrays
   *     can
   * @throws NpyFormatException if the file is no zip archive, is damaged, or a member is no array
   *     that {@link Npy#read(InputStream)} reads
   * @throws IOException if reading fails
   */
  public static Map<String, NDArray> read(Path path) throws IOException {
    return each(path, array(path));
  }

  /**
   * Reads one array.
   *
   * @param key the array's key; with the {@code .npy} of the member's name if you like
   * @throws NoSuchFileException if the archive has no such array; the message tells which it has
   * @throws NpyFormatException as {@link #read(Path)}
   * @throws IOException if reading fails
   */
  public static NDArray read(Path path, String key) throws IOException {
    try (ZipFile zip = open(path)) {
      return read(path, zip, member(path, zip, key), array(path));
    }
  }

  private static ZipEntry member(Path path, ZipFile zip, String key) throws NoSuchFileException {
    ZipEntry member = find(zip, key);
    if (member == null) {
      String keys = members(zip).stream().map(Npz::key).toList().toString();
      throw new NoSuchFileException(
          path + ":" + key,
          null,
          key + " is not a file in the archive, which has " + PythonText.shortened(keys));
    }
    return member;
  }

  /**
   * Opens one array as a stream: the bytes of its {@code .npy} file, header and elements, which are
   * decompressed as they are read. For arrays that memory does not hold.
   *
   * {@snippet :
   * try (InputStream in = Npz.open(Path.of("run.npz"), "time")) {
   *   NpyHeader header = NpyHeader.read(in);                     // and then the elements
   * }
   * }
   *
   * <p>The checksum is verified when the last byte is read. Closing the stream closes the archive.
   *
   * @param key the array's key; with the {@code .npy} of the member's name if you like
   * @throws NoSuchFileException if the archive has no such array; the message tells which it has
   * @throws NpyFormatException if the file is no zip archive; reading throws it if the checksum is
   *     wrong
   * @throws IOException if reading fails
   */
  public static InputStream open(Path path, String key) throws IOException {
    ZipFile zip = open(path);
    try {
      ZipEntry member = member(path, zip, key);
      return new VerifiedMember(zip.getInputStream(member), member) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (Throwable failure) {
      try (zip) {
        throw failure;
      }
    }
  }

  /**
   * The keys of all arrays, in the order of the file. Only the archive's directory is read.
   *
   * @throws NpyFormatException if the file is no zip archive
   * @throws IOException if reading fails
   */
  public static List<String> keys(Path path) throws IOException {
    try (ZipFile zip = open(path)) {
      return members(zip).stream().map(Npz::key).toList();
    }
  }

  /**
   * The headers of all arrays by their keys, in the order of the file. No elements are read.
   *
   * @throws NpyFormatException as {@link #read(Path)}
   * @throws IOException if reading fails
   */
  public static Map<String, NpyHeader> headers(Path path) throws IOException {
    return each(path, (in, member) -> HeaderReader.read(in));
  }

  /**
   * Writes arrays uncompressed, as {@code np.savez}, to a file of exactly this name, which is
   * replaced in one step as by {@link Npy#write(Path, NDArray)}. Each array is read twice, as its
   * checksum stands before it.
   *
   * @param arrays the arrays by their keys; they are written in the order of the map
   * @throws IllegalArgumentException if the elements of an array are objects, or a key has more
   *     than 65,531 bytes
   * @throws IOException if writing fails; the temporary file is removed then
   */
  public static void write(Path path, Map<String, NDArray> arrays) throws IOException {
    write(path, arrays, ZipWriter::stored);
  }

  /**
   * Writes arrays deflated, as {@code np.savez_compressed}; else as {@link #write}.
   *
   * @throws IllegalArgumentException as {@link #write}
   * @throws IOException as {@link #write}
   */
  public static void writeCompressed(Path path, Map<String, NDArray> arrays) throws IOException {
    write(path, arrays, ZipWriter::deflated);
  }

  private static void write(Path path, Map<String, NDArray> arrays, ZipWriter.Method method)
      throws IOException {
    arrays.values().forEach(ElementWriter::header); // Refuses objects before a file is made.
    ReplacedFile.write(path, out -> ZipWriter.write(out, arrays, SUFFIX, method));
  }

  private static <T> Map<String, T> each(Path path, MemberReading<T> reading) throws IOException {
    try (ZipFile zip = open(path)) {
      Map<String, T> results = new LinkedHashMap<>();
      for (ZipEntry member : members(zip)) {
        results.put(key(member), read(path, zip, member, reading));
      }
      return Collections.unmodifiableMap(results);
    }
  }

  private static MemberReading<NDArray> array(Path path) {
    return (in, member) -> {
      VerifiedMember verified = new VerifiedMember(in, member);
      NpyHeader header = HeaderReader.read(verified);
      if (header.dtype().kind() != Kind.OBJECT) { // These are refused for what they are.
        ElementReader.checkHeld(header, member.getSize() - header.dataOffset());
      }
      // What a stored member claims cannot exceed the file; what a deflated one claims can.
      boolean stored = member.getMethod() == ZipEntry.STORED;
      long available = stored ? Math.min(member.getSize(), Files.size(path)) : 0;
      return ElementReader.read(verified, header, available - header.dataOffset());
    };
  }

  private static <T> T read(Path path, ZipFile zip, ZipEntry member, MemberReading<T> reading)
      throws IOException {
    return Npy.naming(
        path + ":" + key(member),
        () -> {
          try (InputStream in = zip.getInputStream(member)) {
            return reading.run(in, member);
          } catch (ZipException damaged) {
            throw new NpyFormatException("damaged zip archive: " + damaged.getMessage(), damaged);
          }
        });
  }

  private static ZipFile open(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | EOFException noArchive) {
      String reason = noArchive.getMessage() == null ? "" : " (" + noArchive.getMessage() + ")";
      throw new NpyFormatException(path + ": File is not a zip file" + reason, noArchive);
    }
  }

  private static List<? extends ZipEntry> members(ZipFile zip) {
    return zip.stream().filter(member -> member.getName().endsWith(SUFFIX)).toList();
  }

  private static @Nullable ZipEntry find(ZipFile zip, String key) {
    ZipEntry member = zip.getEntry(key + SUFFIX);
    return member == null && key.endsWith(SUFFIX) ? zip.getEntry(key) : member;
  }

  private static String key(ZipEntry member) {
    String name = member.getName();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
