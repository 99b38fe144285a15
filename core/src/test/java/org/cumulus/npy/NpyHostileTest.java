package org.cumulus.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cumulus.AllocatedBytes;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie, break off or are damaged: one kind of exception, and hardly any memory. */
class NpyHostileTest {
  private static final long LITTLE_MEMORY = 1 << 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(1000000,)",
        "(268435456,)",
        "(1000000000000,)",
        "(1152921504606846975,)",
        "(1152921504606846976,)",
        "(4611686018427387904,)",
        "(9223372036854775807,)",
        "(4294967296, 4294967296)",
        "(4294967297, 4294967297)",
        "(3037000500, 3037000500, 0)",
        "(9223372036854775807, 0)",
        "(18446744073709551616,)",
        "(100000000000000000000000000000000000000000,)",
        "(-1,)",
        "(-4611686018427387904, -2)",
        "(0, -1)",
      })
  void claimedShapesTakeNoMemory(String shape) throws IOException {
    byte[] file = file("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + "}");
    Path path = Files.write(folder.resolve("claim.npy"), Arrays.copyOf(file, file.length + 100));
    assertRefusedCheaply(() -> Npy.read(new ByteArrayInputStream(file)));
    assertRefusedCheaply(() -> Npy.read(path));
    assertRefusedCheaply(() -> Npy.map(path));
  }

  @Test
  void claimedHeaderLengthTakesNoMemory() {
    byte[] file =
        ByteBuffer.allocate(12)
            .put(HeaderText.MAGIC)
            .put((byte) 2)
            .put((byte) 0)
            .putInt(-1)
            .array();
    String message = assertRefusedCheaply(() -> Npy.read(new ByteArrayInputStream(file)));
    assertTrue(message.startsWith("Header info length (4294967295) is large"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "(", "{", "-", "{'a':", "[{(", "'", "1", "\\\n", "\n", "#\n", "''"})
  void deepAndLongLiteralsAreRefused(String part) {
    String text = part.repeat(10_000 / part.length());
    assertRefusedCheaply(() -> Npy.read(new ByteArrayInputStream(file(text))));
  }

  @Test
  void fileCutAnywhereIsRefused() throws IOException {
    byte[] whole = saved(NDArray.of(new double[] {1, 2, 3}));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Path path = Files.write(folder.resolve("cut.npy"), cut);
      IOException streamed =
          assertThrows(IOException.class, () -> Npy.read(new ByteArrayInputStream(cut)));
      assertEquals(
          length == 0 ? EOFException.class : NpyFormatException.class, streamed.getClass());
      for (Reading<NDArray> reading :
          List.<Reading<NDArray>>of(() -> Npy.read(path), () -> Npy.map(path))) {
        String message = assertRefusedCheaply(reading);
        assertTrue(message.startsWith(path + ": "), message);
      }
    }
  }

  @Test
  void saysWhereTheFileEnds() throws IOException {
    byte[] whole = saved(NDArray.of(new double[] {1, 2, 3}));
    assertEquals(128 + 24, whole.length);
    assertEquals("EOF: reading magic string, expected 8 bytes got 3", refusal(whole, 3));
    assertEquals("EOF: reading array header length, expected 2 bytes got 1", refusal(whole, 9));
    assertEquals("EOF: reading array header, expected 118 bytes got 1", refusal(whole, 11));
    assertEquals("EOF: reading array data, expected 24 bytes got 20", refusal(whole, 148));
    Path path = Files.write(folder.resolve("short.npy"), Arrays.copyOf(whole, 148));
    assertEquals(
        path
            + ": Failed to read all data for array. Expected (3,) = 3 elements, could only read 2"
            + " elements. (file seems not fully written?)",
        assertThrows(NpyFormatException.class, () -> Npy.read(path)).getMessage());
    assertEquals(
        path + ": mmap length is greater than file size",
        assertThrows(NpyFormatException.class, () -> Npy.map(path)).getMessage());
  }

  @Test
  void saysWhatElseAFileIs() {
    assertEquals(
        "the magic string is not correct; expected b'\\x93NUMPY', got b'a,b\\n1,'",
        refusal("a,b\n1,2\n".getBytes(ISO_8859_1), 8));
    Map<String, String> kinds =
        Map.ofEntries(
            entry("\u0080\4K", "pickled (object) data"),
            entry("PK\3\4....", "Npz reads .npz files"),
            entry("\u001f\u008b\b\0\0\0\0\0", "(a gzip file: decompress it first)"),
            entry("BZh91AY&", "(a bzip2 file: decompress it first)"),
            entry("\u00fd7zXZ\0\0\4", "(an xz file: decompress it first)"),
            entry("(\u00b5/\u00fd\4\0\0\0", "(a zstd file: decompress it first)"),
            entry("\u0089HDF\r\n\u001a\n", "(an HDF5 file, which is not read)"),
            entry("PAR1\25\4\25\0", "(a Parquet file, which is not read)"),
            entry("version https://git-lfs.github.com/spec/v1", "(a Git LFS pointer?"),
            entry("<!DOCTYPE html>", "(a web page)"),
            entry("\0\0\0\0\0\0\0\0", "(zeros: was the file never written?)"));
    kinds.forEach(
        (start, kind) -> {
          byte[] bytes = start.getBytes(ISO_8859_1);
          String told = refusal(bytes, bytes.length);
          assertTrue(
              told.startsWith("the magic string is not correct; ") && told.contains(kind), told);
        });
  }

  /** Reading a folder fails in the system, which does not say of what. */
  @Test
  void namesAFolder() throws IOException {
    Path path = Files.createDirectory(folder.resolve("folder.npy"));
    for (Reading<?> reading :
        List.<Reading<?>>of(
            () -> Npy.read(path), () -> Npy.map(path), () -> NpyHeader.read(path))) {
      assertEquals(
          path + ": Is a directory", assertThrows(IOException.class, reading::run).getMessage());
    }
  }

  @Test
  void pickledObjectsAreRefused() throws IOException {
    byte[] file = file("{'descr': '|O', 'fortran_order': False, 'shape': (3,)}");
    assertTrue(
        refusal(file, file.length)
            .startsWith("the elements are Python objects, stored as a pickle"));
    Path path = Files.write(folder.resolve("objects.npy"), file);
    assertEquals(
        path + ": the elements are Python objects, stored as a pickle, which is never read",
        assertThrows(NpyFormatException.class, () -> Npy.map(path)).getMessage());
    assertEquals(DType.OBJECT, NpyHeader.read(path).dtype());
  }

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    Random random = new Random(20_250_916);
    byte[] whole = saved(NDArray.of(new short[][] {{1, 2, 3}, {4, 5, 6}}).transpose());
    int refused = 0;
    for (int round = 0; round < 50_000; round++) {
      byte[] damaged = whole.clone();
      for (int flip = random.nextInt(4); flip >= 0; flip--) {
        damaged[random.nextInt(80)] = (byte) random.nextInt(round % 2 == 0 ? 256 : 128);
      }
      long before = AllocatedBytes.now();
      try {
        Npy.read(new ByteArrayInputStream(damaged));
      } catch (NpyFormatException refusal) {
        refused++;
      } catch (RuntimeException | Error | IOException wrong) {
        throw new AssertionError(HexFormat.of().formatHex(damaged), wrong);
      }
      long taken = AllocatedBytes.now() - before;
      assertTrue(taken < LITTLE_MEMORY, () -> HexFormat.of().formatHex(damaged));
    }
    assertTrue(refused > 25_000 && refused < 50_000, "refused: " + refused);
  }

  private static String refusal(byte[] file, int length) {
    ByteArrayInputStream in = new ByteArrayInputStream(file, 0, length);
    return String.valueOf(assertThrows(NpyFormatException.class, () -> Npy.read(in)).getMessage());
  }

  private static String assertRefusedCheaply(Reading<NDArray> reading) {
    long before = AllocatedBytes.now();
    NpyFormatException refusal = assertThrows(NpyFormatException.class, reading::run);
    long taken = AllocatedBytes.now() - before;
    assertTrue(taken < LITTLE_MEMORY, () -> taken + " bytes for: " + refusal.getMessage());
    return String.valueOf(refusal.getMessage());
  }

  private static byte[] saved(NDArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, array);
    return out.toByteArray();
  }

  private static byte[] file(String header) {
    return ByteBuffer.allocate(10 + header.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HeaderText.MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) header.length())
        .put(header.getBytes(ISO_8859_1))
        .array();
  }
}
