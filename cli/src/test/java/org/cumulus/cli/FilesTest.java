package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.Failures;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  private static final String COLUMNS = " (--column chooses columns)";

  @TempDir private Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String npy(String name, Object array) throws IOException {
    Path file = folder.resolve(name);
    Npy.write(file, NDArray.of(array));
    return file.toString();
  }

  private String npz() throws IOException {
    Path file = folder.resolve("two.npz");
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    arrays.put("a", NDArray.of(new long[] {1, 2, 3}));
    arrays.put("b", NDArray.of(new int[][] {{1, 2}, {3, 4}}));
    Npz.write(file, arrays);
    return file.toString();
  }

  @Test
  void everyKindOfFile() throws IOException {
    Run sums = Run.prints("[ 1  3  6 10]\n");
    assertEquals(sums, Run.of("cumsum", write("a.csv", "x,y\n1,2\n3,4\n")));
    assertEquals(sums, Run.of("cumsum", write("semicolons.csv", "1;2\n3;4\n")));
    assertEquals(sums, Run.of("cumsum", write("a.tsv", "1\t2\n3\t4\n")));
    assertEquals(sums, Run.of("cumsum", write("a.txt", "1  2\n3\t\t4\n")));
    assertEquals(sums, Run.of("cumsum", write("A.CSV", "\uFEFF1,2\r\n3,4\r\n")));
    assertEquals(sums, Run.of("cumsum", write("without ending ü", "1 2\n3 4\n")));
    assertEquals(sums, Run.of("cumsum", write("a.json", "[[1, 2], [3, 4]]\n")));
    assertEquals(sums, Run.of("cumsum", npy("a.npy", new long[][] {{1, 2}, {3, 4}})));
    assertEquals(sums, Run.of("cumsum", npz() + ":b"));
    assertEquals(sums, Run.of("cumsum", npy("npy-without-ending", new long[] {1, 2, 3, 4})));
  }

  @Test
  void aLiteralIsNoFileAndABracketMayBe() throws IOException {
    String file = write("[1,2].txt", "7");
    assertEquals(Run.prints("[7]\n"), Run.of("cumsum", file));
    assertEquals(
        Run.refuses("'[1,2].txt' is not a literal: column 6: expected the end, found '.txt'"),
        Run.of("cumsum", "[1,2].txt"));
  }

  @Test
  void whatCannotBeRead() throws IOException {
    assertEquals(
        Run.fails("nosuch.npy: neither a file nor a literal"), Run.of("cumsum", "nosuch.npy"));
    assertEquals(Run.fails("no/such: neither a file nor a literal"), Run.of("info", "no/such"));
    assertEquals(Run.fails("\\u0000: neither a file nor a literal"), Run.of("info", "\0"));
    assertEquals(
        Run.fails(folder + ": a directory, expected a file"), Run.of("cumsum", folder.toString()));
    String csv = write("bad.csv", "1,2\n3,4,\n");
    assertEquals(
        Run.fails(csv + ": line 2: 3 cells, expected 2 as in the first line"),
        Run.of("cumsum", csv));
    String cell = write("cell.csv", "1,2\n3,\n");
    assertEquals(
        Run.fails(
            cell
                + ": line 2, column 2: the cell is empty, expected a number (--nan POLICY reads it"
                + " as NaN; --column chooses columns)"),
        Run.of("cumsum", cell));
  }

  @Test
  void aFileWithoutPermission() throws IOException {
    assertEquals(
        "cumulus: secret.csv: permission denied",
        Failures.line(new DataException("secret.csv", new AccessDeniedException("secret.csv"))));
    String file = write("secret.csv", "1\n");
    assertTrue(Path.of(file).toFile().setReadable(false));
    assumeFalse(Files.isReadable(Path.of(file)), "root reads everything");
    assertEquals(Run.fails(file + ": permission denied"), Run.of("cumsum", file));
  }

  @Test
  void aTruncatedFile() throws IOException {
    Path whole = Path.of(npy("a.npy", new double[100]));
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {0, 5, 8, 60, 128, 200, bytes.length - 1}) {
      Files.write(whole, Arrays.copyOf(bytes, length));
      for (String command : new String[] {"cumsum", "info"}) {
        Run run = Run.of(command, whole.toString());
        assertEquals(1, run.exitCode(), run::toString);
        assertTrue(run.err().matches("cumulus: \\Q" + whole + "\\E: [^\n]+\n"), run::toString);
        assertEquals("", run.out());
      }
    }
  }

  @Test
  void keysOfAnArchive() throws IOException {
    String file = npz();
    assertEquals(
        Run.fails(
            file + ": contains 2 arrays, expected a key, as in FILE.npz:a; the keys are: a, b"),
        Run.of("cumsum", file));
    assertEquals(
        Run.fails(file + ": c is not a file in the archive, which has [a, b]"),
        Run.of("cumsum", file + ":c"));
    assertEquals(
        Run.fails(folder.resolve("x.npz:a") + ": neither a file nor a literal"),
        Run.of("cumsum", folder.resolve("x.npz:a").toString()));
    Path one = folder.resolve("one.npz");
    Npz.write(one, Map.of("only", NDArray.of(new int[] {1, 2})));
    assertEquals(Run.prints("[1 3]\n"), Run.of("cumsum", one.toString()));
  }

  @Test
  void theResultGoesToAFile() throws IOException {
    Path out = folder.resolve("sums out.npy");
    assertEquals(
        Run.prints(""), Run.of("cumsum", "[[1,2],[3,4]]", "--axis", "0", "-o", out.toString()));
    assertArrayEquals(new long[] {1, 2, 4, 6}, (long[]) Npy.read(out).toFlatArray());
    assertEquals(Run.prints(""), Run.of("cumsum", out.toString(), "-o", folder + "/other.npy"));
  }

  @Test
  void anOutputThatWillNotDo() throws IOException {
    String in = npy("in.npy", new long[] {1, 2});
    assertEquals(
        Run.refuses("x.txt: expected the name of an output file to end in .npy or .csv"),
        Run.of("cumsum", "5", "-o", "x.txt"));
    assertEquals(
        Run.refuses(
            folder
                + "/./in.npy: the input itself, expected another file for the output, or"
                + " --in-place"),
        Run.of("cumsum", in, "-o", folder + "/./in.npy"));
    String nowhere = folder + "/no/x.npy";
    assertEquals(
        Run.refuses(nowhere + ": no such directory: " + folder + "/no"),
        Run.of("cumsum", "5", "-o", nowhere));
  }

  @Test
  void nothingIsLeftOfAnOutputThatFails() throws IOException {
    Path out = Path.of(npy("out.npy", new long[] {7}));
    Run run = Run.of("cumsum", "100000000000000000000", "-o", out.toString());
    assertEquals(1, run.exitCode(), run::toString);
    assertEquals(1, Run.of("cumsum", "nosuch.csv", "-o", out.toString()).exitCode());
    assertEquals("[7]", Npy.read(out).toString());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void columnsOfATextOnly() throws IOException {
    String csv = write("rain.csv", "day,rain\n2012-01-01,1.5\n2012-01-02,2\n");
    assertEquals(Run.prints("[1.5 3.5]\n"), Run.of("cumsum", csv, "-c", "rain"));
    assertEquals(Run.prints("[1.5 3.5]\n"), Run.of("cumsum", csv, "--column=2"));
    assertEquals(
        Run.fails(csv + ": line 2, column 1 (day): '2012-01-01', expected a number" + COLUMNS),
        Run.of("cumsum", csv));
    assertEquals(
        Run.refuses(
            csv
                + ": no column 'snow': expected a number from 1 to 2 or a name in the"
                + " first line: day, rain"),
        Run.of("cumsum", csv, "-c", "snow"));
    assertEquals(
        Run.refuses("--column is for columns of a text, and this is literal"),
        Run.of("cumsum", "5", "-c", "1"));
  }
}
