package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.cumulus.npy.NpyHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that is made to be too much: one clear line each, and nothing written anywhere. */
class HardInputTest {
  private static final int MIB = 1 << 20;

  @TempDir private Path folder;

  /** A header, as a file begins with it, of so many elements of float64. */
  private static byte[] header(long... shape) {
    return NpyHeader.of(DType.FLOAT64, false, shape).toBytes();
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @Test
  void aHeaderThatClaimsTwoToThe62Elements() throws IOException {
    // The library would not make such a header: the 8 bytes of each element are too many.
    String text =
        new String(header(1L << 40), StandardCharsets.ISO_8859_1)
            .replace("1099511627776,)", "4611686018427387904,)");
    byte[] claim = text.getBytes(StandardCharsets.ISO_8859_1);
    Path file = write("claim.npy", claim);
    for (String command : new String[] {"cumsum", "info"}) {
      Run fromFile = Run.of(command, file.toString());
      assertEquals(1, fromFile.exitCode(), fromFile::toString);
      assertTrue(fromFile.err().matches("cumulus: \\Q" + file + "\\E: [^\n]+\n"), fromFile::err);
      Run fromPipe = Run.piped(claim, command, "-");
      assertEquals(1, fromPipe.exitCode(), fromPipe::toString);
      assertTrue(fromPipe.err().matches("cumulus: standard input: [^\n]+\n"), fromPipe::err);
    }
  }

  @Test
  void aHeaderThatClaimsATerabyte() throws IOException {
    Path file = write("claim.npy", header(1L << 37));
    assertEquals(
        Run.fails(file + ": EOF: reading array data, expected 1099511627776 bytes got 0"),
        Run.of("cumsum", file.toString()));
    assertEquals(
        Run.fails("standard input: EOF: reading array data, expected 1099511627776 bytes got 0"),
        Run.piped(header(1L << 37), "cumsum", "-"));
  }

  private Path zip(String member, byte[] start, int zeros) throws IOException {
    Path file = folder.resolve("bomb.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry(member));
      zip.write(start);
      for (int i = 0; i < zeros; i += MIB) {
        zip.write(new byte[MIB]);
      }
    }
    return file;
  }

  /** What is behind the array is not even unpacked, and the array itself is small. */
  @Test
  void aZipBombBehindAnArray() throws IOException {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    Npy.write(array, NDArray.of(new double[] {1, 2}));
    Path file = zip("a.npy", array.toByteArray(), 512 * MIB);
    assertTrue(Files.size(file) < 8 * MIB);
    assertEquals(Run.prints("[1. 3.]\n"), Run.of("cumsum", file.toString()));
  }

  /** The archive's own directory tells that the member cannot hold what its header claims. */
  @Test
  void aZipBombWhoseHeaderClaimsMore() throws IOException {
    byte[] header = header(1L << 37);
    Path file = zip("a.npy", header, 64 * MIB);
    assertEquals(
        Run.fails(
            file + ":a: EOF: reading array data, expected 1099511627776 bytes got " + 64 * MIB),
        Run.of("cumsum", file.toString()));
    assertTrue(Run.of("info", file.toString()).out().contains("shape:  (137438953472,)"));
  }

  /** A member's name is a key and never a path. */
  @Test
  void aNameThatLeadsOutOfTheFolder() throws IOException {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    Npy.write(array, NDArray.of(new long[] {1, 2}));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path file = inner.resolve("a.npz");
    Files.move(zip("../../escape.npy", array.toByteArray(), 0), file);
    assertEquals(Run.prints("[1 3]\n"), Run.of("cumsum", file.toString()));
    assertEquals(Run.prints("[1 3]\n"), Run.of("cumsum", file + ":../../escape"));
    assertTrue(Run.of("info", file.toString()).out().startsWith("../../escape:\n"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aLiteralThatIsTenThousandDeep() throws IOException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String problem = "column 65: brackets nested deeper than 64, the most dimensions";
    assertEquals(
        Run.refuses("'" + deep.substring(0, 60) + "...' is not a literal: " + problem),
        Run.of("cumsum", deep));
    assertEquals(
        Run.fails("standard input: not a literal: " + problem), Run.piped(deep, "cumsum", "-"));
  }

  private Path bigCell(String name) throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      String digits = "x".repeat(MIB);
      for (int i = 0; i < 100; i++) {
        out.write(digits);
      }
      out.write(",1\n");
    }
    return file;
  }

  @Test
  void aCellOfAHundredMegabytes() throws IOException {
    for (String name : new String[] {"cell.csv", "cell.txt", "cell"}) {
      Path file = bigCell(name);
      Run run = Run.of("cumsum", file.toString());
      assertEquals(1, run.exitCode(), run::toString);
      assertTrue(run.err().matches("cumulus: \\Q" + file + "\\E: [^\n]{1,200}\n"), run::err);
      Files.delete(file);
    }
  }

  /** Exact numbers of so many digits would take minutes to read. */
  @Test
  void anExactNumberOfMillionsOfDigits() throws IOException {
    Path file = folder.resolve("digits.csv");
    Files.writeString(file, "1".repeat(15 * MIB) + ",1\n");
    Run run = Run.of("cumsum", file.toString(), "--dtype", "object");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("...', expected a number of at most 4300 digits"), run::err);
  }
}
