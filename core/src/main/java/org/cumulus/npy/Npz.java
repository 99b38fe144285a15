package org.cumulus.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * <p>An array with the key {@code time} is the member {@code time.npy} of the archive, or that of
 * the very name {@code time}: where there are both, the latter, and the key of the other is {@code
 * time.npy}. Members of other names that do not begin as arrays do are left out (NumPy gives their
 * bytes). Stored and deflated members are read, also beyond 4 GiB, and their checksums are
 * verified; an archive with a member that is compressed in another way is refused. Of a member that
 * holds more than its header says, the rest is not even decompressed.
 *
 * <p>The same arrays always give the same bytes: no member has the time of its writing. They are
 * not NumPy's own bytes, but NumPy reads them.
 *
 * <p>All methods may be called from several threads at once. Paths must be of the default file
 * system to be read.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  /** What the JDK says of an archive that it does not open, as it cannot decompress a member. */
  private static final Pattern BAD_METHOD = Pattern.compile("compression method: (\\d+)");

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
   * @throws NpyFormatException if the file is not a zip archive, is damaged, or a member is not an
   *     array that {@link Npy#read(InputStream)} reads
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

  private static ZipEntry member(Path path, ZipFile zip, String key) throws IOException {
    Objects.requireNonNull(key, "key");
    ZipEntry member = find(zip, key);
    if (member == null || !isArray(path, zip, member)) {
      String keys = keys(path, zip).toString();
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
   * @throws NpyFormatException if the file is not a zip archive; reading throws it if the checksum
   *     is wrong
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
   * The keys of all arrays, in the order of the file. Only the archive's directory is read, and how
   * members without the ending {@code .npy} begin.
   *
   * @throws NpyFormatException if the file is not a zip archive
   * @throws IOException if reading fails
   */
  public static List<String> keys(Path path) throws IOException {
    try (ZipFile zip = open(path)) {
      return keys(path, zip);
    }
  }

  private static List<String> keys(Path path, ZipFile zip) throws IOException {
    return members(path, zip).stream().map(member -> key(zip, member)).toList();
  }

  /**
   * The headers of all arrays by their keys, in the order of the file. No elements are read.
   *
   * @throws NpyFormatException as {@link #read(Path)}
   * @throws IOException if reading fails
   */
  public static Map<String, NpyHeader> headers(Path path) throws IOException {
    return each(path, (in, member) -> NpyHeader.read(in));
  }

  /**
   * Writes arrays uncompressed, as {@code np.savez}, to a file of exactly this name, which is
   * replaced in one step as by {@link Npy#write(Path, Object)}. Each array is read twice, as its
   * checksum stands before it.
   *
   * @param arrays the arrays, or anything that {@link NDArray#of(Object)} takes, by their keys;
   *     they are written in the order of the map
   * @throws IllegalArgumentException if one is not an array-like or its elements are objects, or a
   *     key has more than 65,531 bytes
   * @throws IOException if writing fails; the temporary file is removed then
   */
  public static void write(Path path, Map<String, ?> arrays) throws IOException {
    write(path, arrays, ZipWriter::stored);
  }

  /**
   * Writes arrays deflated, as {@code np.savez_compressed}; else as {@link #write}.
   *
   * @throws IllegalArgumentException as {@link #write}
   * @throws IOException as {@link #write}
   */
  public static void writeCompressed(Path path, Map<String, ?> arrays) throws IOException {
    write(path, arrays, ZipWriter::deflated);
  }

  private static void write(Path path, Map<String, ?> arrays, ZipWriter.Method method)
      throws IOException {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(arrays, "arrays");
    Map<String, NDArray> members = new LinkedHashMap<>();
    arrays.forEach((key, arrayLike) -> members.put(key, ElementWriter.array(arrayLike)));
    members.values().forEach(ElementWriter::header); // Refuses objects before a file is made.
    ReplacedFile.write(path, out -> ZipWriter.write(out, members, SUFFIX, method));
  }

  private static <T> Map<String, T> each(Path path, MemberReading<T> reading) throws IOException {
    try (ZipFile zip = open(path)) {
      Map<String, T> results = new LinkedHashMap<>();
      for (ZipEntry member : members(path, zip)) {
        results.put(key(zip, member), read(path, zip, member, reading));
      }
      return Collections.unmodifiableMap(results);
    }
  }

  private static MemberReading<NDArray> array(Path path) {
    return (in, member) -> {
      NpyHeader header = NpyHeader.read(in);
      if (header.dtype().kind() != Kind.OBJECT) { // These are refused for what they are.
        ElementReader.checkHeld(header, member.getSize() - header.dataOffset());
      }
      // What a stored member claims cannot exceed the file; what a deflated one claims can.
      boolean stored = member.getMethod() == ZipEntry.STORED;
      long available = stored ? Math.min(member.getSize(), Files.size(path)) : 0;
      return ElementReader.read(in, header, available - header.dataOffset());
    };
  }

  private static <T> T read(Path path, ZipFile zip, ZipEntry member, MemberReading<T> reading)
      throws IOException {
    return Reading.naming(
        path + ":" + key(zip, member),
        () -> {
          try (InputStream in = new VerifiedMember(zip.getInputStream(member), member)) {
            return reading.run(in, member);
          } catch (ZipException damaged) {
            throw new NpyFormatException("damaged zip archive: " + damaged.getMessage(), damaged);
          }
        });
  }

  private static ZipFile open(Path path) throws IOException {
    Objects.requireNonNull(path, "path");
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | EOFException noArchive) {
      String reason = String.valueOf(noArchive.getMessage());
      Matcher method = BAD_METHOD.matcher(reason);
      throw new NpyFormatException(
          method.find()
              ? "%s: a member is compressed by %s, but only stored and deflated members are read"
                  .formatted(path, method(method.group(1)))
              : "%s: File is not a zip file (%s)%s".formatted(path, reason, hint(path)),
          noArchive);
    }
  }

  /** A compression method by the numbers of PKWARE's APPNOTE. */
  private static String method(String number) {
    return switch (number) {
      case "9" -> "deflate64";
      case "12" -> "bzip2";
      case "14" -> "lzma";
      case "93" -> "zstd";
      case "95" -> "xz";
      default -> "method " + number;
    };
  }

  private static String hint(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(8);
      return FileSignature.ZIP.isOf(start) ? "" : FileSignature.hint(start);
    }
  }

  /** The members that are arrays. Of several of one name only the last can be read. */
  private static List<ZipEntry> members(Path path, ZipFile zip) throws IOException {
    List<ZipEntry> arrays = new ArrayList<>();
    for (String name : zip.stream().map(ZipEntry::getName).distinct().toList()) {
      ZipEntry member = zip.getEntry(name);
      if (isArray(path, zip, member)) {
        arrays.add(member);
      }
    }
    return arrays;
  }

  private static boolean isArray(Path path, ZipFile zip, ZipEntry member) throws IOException {
    if (member.getName().endsWith(SUFFIX)) {
      return true;
    }
    if (member.isDirectory() || member.getSize() == 0) {
      return false;
    }
    return read(
        path,
        zip,
        member,
        (in, _) -> FileSignature.NPY.isOf(in.readNBytes(HeaderText.MAGIC.length)));
  }

  private static @Nullable ZipEntry find(ZipFile zip, String key) {
    ZipEntry member = named(zip, key);
    return member == null ? named(zip, key + SUFFIX) : member;
  }

  /** The member of exactly this name: the JDK also gives a folder of it. */
  private static @Nullable ZipEntry named(ZipFile zip, String name) {
    ZipEntry member = zip.getEntry(name);
    return member != null && member.getName().equals(name) ? member : null;
  }

  /** The shortest name by which the member is found. */
  private static String key(ZipFile zip, ZipEntry member) {
    String name = member.getName();
    if (!name.endsWith(SUFFIX)) {
      return name;
    }
    String key = name.substring(0, name.length() - SUFFIX.length());
    return named(zip, key) == null ? key : name;
  }
}
