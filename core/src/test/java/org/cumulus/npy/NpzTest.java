package org.cumulus.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cumulus.AllocatedBytes;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, those of NumPy and our own. */
class NpzTest {
  private static final List<String> KEYS = List.of("c", "fortran", "scalar", "empty", "folder/é€");

  @TempDir private Path folder;

  private Path golden(String name) throws IOException {
    Path path = folder.resolve(name);
    try (InputStream in = GoldenArray.open(name)) {
      Files.copy(in, path);
    }
    return path;
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "deflated.npz"})
  void readsAndWritesWhatNumpyWrote(String name) throws IOException {
    Path path = golden(name);
    Map<String, NDArray> arrays = Npz.read(path);
    assertEquals(KEYS, List.copyOf(arrays.keySet()));
    assertEquals(KEYS, Npz.keys(path));
    assertArrayEquals(new long[] {2, 3, 2}, Npz.read(path, "fortran").shape());
    assertTrue(Npz.read(path, "fortran.npy").isFContiguous());
    NpyHeader scalar = Npz.headers(path).get("scalar");
    assertEquals(
        "{'descr': '<m8[25us]', 'fortran_order': False, 'shape': (), }", String.valueOf(scalar));
    Path ours = folder.resolve("ours.npz");
    Npz.write(ours, arrays);
    assertSameMembers(path, ours);
    Npz.writeCompressed(ours, arrays);
    assertSameMembers(path, ours);
    assertEquals(KEYS, Npz.keys(ours));
  }

  private static void assertSameMembers(Path expected, Path actual) throws IOException {
    try (ZipFile theirs = new ZipFile(expected.toFile());
        ZipFile ours = new ZipFile(actual.toFile())) {
      for (String key : KEYS) {
        assertArrayEquals(member(theirs, key), member(ours, key), key);
      }
    }
  }

  private static byte[] member(ZipFile zip, String key) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(key + ".npy"))) {
      return in.readAllBytes();
    }
  }

  @Test
  void sameArraysGiveSameBytesInAnyTimeZone() throws IOException {
    Map<String, NDArray> arrays = Map.of("a", NDArray.of(new int[] {1, 2, 3}));
    Path here = folder.resolve("here.npz");
    Path there = folder.resolve("there.npz");
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      Npz.writeCompressed(here, arrays);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      Npz.writeCompressed(there, arrays);
    } finally {
      TimeZone.setDefault(zone);
    }
    assertArrayEquals(Files.readAllBytes(here), Files.readAllBytes(there));
  }

  @Test
  void emptyArchiveHasNoArrays() throws IOException {
    Path path = folder.resolve("empty.npz");
    Npz.write(path, Map.of());
    assertTrue(Npz.read(path).isEmpty());
  }

  /** Where the directory is, and where it says that a member is. */
  @ParameterizedTest
  @CsvSource({
    "5, 6, 16, ': File is not a zip file (invalid END header (bad central directory offset))'",
    "1, 2, 42, ':a: damaged zip archive: its directory points beyond the end of the file'"
  })
  void anOffsetBeyondTheEndIsTold(int first, int second, int field, String problem)
      throws IOException {
    Path path = folder.resolve("a.npz");
    Npz.write(path, Map.of("a", NDArray.of(1)));
    byte[] whole = Files.readAllBytes(path);
    String record = "PK" + (char) first + (char) second;
    int at = new String(whole, ISO_8859_1).lastIndexOf(record) + field;
    for (int offset : new int[] {whole.length, Integer.MAX_VALUE, -16}) {
      byte[] bytes = whole.clone();
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, offset);
      Files.write(path, bytes);
      assertEquals(
          path + problem,
          assertThrows(NpyFormatException.class, () -> Npz.read(path)).getMessage());
    }
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Path path = golden("stored.npz");
    String message =
        assertThrows(NoSuchFileException.class, () -> Npz.read(path, "q")).getMessage();
    assertEquals(path + ":q: q is not a file in the archive, which has " + KEYS, message);
    assertThrows(NoSuchFileException.class, () -> Npz.read(path, "notes.txt"));
    assertThrows(NoSuchFileException.class, () -> Npz.read(folder.resolve("no.npz")));
  }

  @Test
  void damageIsFound() throws IOException {
    Path path = golden("stored.npz");
    byte[] bytes = Files.readAllBytes(path);
    // The last data byte of the first member: its local header, NumPy's own header, 48 bytes.
    int nameAndExtra = bytes[26] + bytes[28];
    bytes[30 + nameAndExtra + 128 + 47] ^= 1;
    Files.write(path, bytes);
    assertEquals(
        path + ":c: Bad CRC-32 for file 'c.npy'",
        assertThrows(NpyFormatException.class, () -> Npz.read(path)).getMessage());
    Npz.read(path, "fortran");
    Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
    assertThrows(NpyFormatException.class, () -> Npz.keys(path));
    Files.write(path, new byte[0]);
    assertThrows(NpyFormatException.class, () -> Npz.read(path));
  }

  @Test
  void damagedArchivesAreReadOrRefused() throws IOException {
    Random random = new Random(814_377);
    for (String name : List.of("stored.npz", "deflated.npz")) {
      Path path = golden(name);
      byte[] whole = Files.readAllBytes(path);
      for (int round = 0; round < 1_500; round++) {
        byte[] damaged = whole.clone();
        int at = random.nextInt(whole.length);
        damaged[at] = (byte) random.nextInt(256);
        Files.write(path, damaged);
        try {
          Npz.read(path);
        } catch (NpyFormatException refusal) {
          // One of the two that may happen.
        } catch (RuntimeException | IOException wrong) {
          throw new AssertionError(name + " with " + damaged[at] + " at " + at, wrong);
        }
      }
    }
  }

  @Test
  void bombIsNotDecompressedBeyondItsHeader() throws IOException {
    Path path = folder.resolve("bomb.npz");
    writeMember(path, NpyHeader.of(DType.INT8, false, 1_000), 64 << 20);
    long before = AllocatedBytes.now();
    assertArrayEquals(new long[] {1_000}, Npz.read(path, "bomb").shape());
    assertTrue(AllocatedBytes.now() - before < 1 << 20);
  }

  @Test
  void claimOfAMemberTakesNoMemory() throws IOException {
    Path path = folder.resolve("bomb.npz");
    writeMember(path, NpyHeader.of(DType.FLOAT64, false, 1L << 40), 1_000);
    long before = AllocatedBytes.now();
    assertEquals(
        path + ":bomb: EOF: reading array data, expected 8796093022208 bytes got 1000",
        assertThrows(NpyFormatException.class, () -> Npz.read(path)).getMessage());
    assertTrue(AllocatedBytes.now() - before < 1 << 20);
  }

  private static void writeMember(Path path, NpyHeader header, int zeros) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("bomb.npy"));
      zip.write(header.toBytes());
      byte[] block = new byte[1_000];
      for (int done = 0; done < zeros; done += block.length) {
        zip.write(block);
      }
      zip.closeEntry();
    }
  }

  @Test
  void keepsTheOrderOfTheMap() throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String key : List.of("z", "a", "m.npy", "")) {
      arrays.put(key, NDArray.of(key.length()));
    }
    Path path = folder.resolve("order.npz");
    Npz.write(path, arrays);
    assertEquals(List.of("z", "a", "m.npy", ""), Npz.keys(path));
    assertEquals(5, Npz.read(path, "m.npy").get());
  }
}
