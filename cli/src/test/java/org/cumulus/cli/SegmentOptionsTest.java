package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments by literals and by files of every kind. */
class SegmentOptionsTest {
  @TempDir private Path folder;

  private static Run cumsum(String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "cumsum";
    command[1] = "[1, 2, 3, 4, 5]";
    System.arraycopy(options, 0, command, 2, options.length);
    return Run.of(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--lengths; 2,3; [ 1  3  3  7 12]",
        "--lengths; [2, 0, 3]; [ 1  3  3  7 12]",
        "--lengths; 5; [ 1  3  6 10 15]",
        "--offsets; 0,2,5; [ 1  3  3  7 12]",
        "--offsets; [0, 5]; [ 1  3  6 10 15]",
        "--flags; 0,0,1,0,0; [ 1  3  3  7 12]",
        "--flags; [True, False, True, False, False]; [ 1  3  3  7 12]",
        "--flags; true,false,true,false,false; [ 1  3  3  7 12]",
        "--by; 7,8,7,8,7; [1 2 4 6 9]",
        "--by; [0.5, 0.5, nan, 1, nan]; [1 3 3 4 8]"
      })
  void literals(String option, String text, String expected) {
    assertEquals(Run.prints(expected + "\n"), cumsum(option, text));
  }

  @Test
  void arraysInFiles() throws IOException {
    Path npy = folder.resolve("a,b.npy");
    Npy.write(npy, NDArray.of(new int[] {2, 3}));
    assertEquals(Run.prints("[ 1  3  3  7 12]\n"), cumsum("--lengths", npy.toString()));
    Path npz = folder.resolve("matrix.npz");
    Npz.write(
        npz,
        Map.of(
            "indptr", NDArray.of(new int[] {0, 2, 5}),
            "starts", NDArray.of(new boolean[] {true, false, true, false, false}),
            "groups", NDArray.of(new byte[] {7, 8, 7, 8, 7})));
    assertEquals(Run.prints("[ 1  3  3  7 12]\n"), cumsum("--offsets", npz + ":indptr"));
    assertEquals(Run.prints("[ 1  3  3  7 12]\n"), cumsum("--flags", npz + ":starts"));
    assertEquals(Run.prints("[1 2 4 6 9]\n"), cumsum("--by", npz + ":groups"));
  }

  /** Keys of a text are what is written there: words, or integers that no float64 holds. */
  @Test
  void columnsOfText() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("t.csv"),
            """
            mm,month,id,start,begins
            1,Jan,9007199254740992,1,true
            2,"Feb",9007199254740993,0,false
            3,Jan,9007199254740992,0,False
            4,Feb,9007199254740993,1,True
            5,Jan,9007199254740992,0,0
            """);
    Run byKey = Run.prints("[1 2 4 6 9]\n");
    assertEquals(byKey, Run.of("cumsum", table + "", "-c", "mm", "--by", table + ":month"));
    assertEquals(byKey, Run.of("cumsum", table + "", "-c", "mm", "--by", table + ":2"));
    assertEquals(byKey, Run.of("cumsum", table + "", "-c", "mm", "--by", table + ":id"));
    assertEquals(Run.prints("[1 3 6 4 9]\n"), cumsum("--flags", table + ":start"));
    assertEquals(Run.prints("[1 3 6 4 9]\n"), cumsum("--flags", table + ":begins"));
    assertEquals(
        Run.refuses(
            table
                + ": no column 'year': expected a number from 1 to 5 or a name in the"
                + " first line: mm, month, id, start, begins"),
        cumsum("--by", table + ":year"));
    assertEquals(
        Run.fails(table + ": 5 columns, expected one, as in FILE:COLUMN"),
        cumsum("--by", table.toString()));
    Path words = Files.writeString(folder.resolve("words.txt"), "a\nb\na\nb\na\n");
    assertEquals(Run.prints("[1 2 4 6 9]\n"), cumsum("--by", words.toString()));
    Path numbers = Files.writeString(folder.resolve("numbers.txt"), "id\n1\n2\n1\n2\n1\n");
    assertEquals(Run.prints("[1 2 4 6 9]\n"), cumsum("--by", numbers.toString()));
    Path lengths = Files.writeString(folder.resolve("lengths.tsv"), "2\n3\n");
    assertEquals(Run.prints("[ 1  3  3  7 12]\n"), cumsum("--lengths", lengths.toString()));
  }

  @Test
  void whatIsWrong() {
    assertEquals(
        Run.refuses("--by and --flags contradict each other: expected one of them"),
        cumsum("--flags", "1,0,0,0,0", "--by", "1,1,1,1,1"));
    assertEquals(
        Run.refuses("--lengths: expected integers, not float64"), cumsum("--lengths", "2.5,2.5"));
    assertEquals(
        Run.refuses("--lengths: the length of segment 1 is negative: -3"),
        cumsum("--lengths", "8,-3"));
    assertEquals(
        Run.refuses("--offsets: offsets of segments must begin with 0, not 1"),
        cumsum("--offsets", "1,5"));
    assertEquals(
        Run.refuses("--by: 2 dimensions, expected one"), cumsum("--by", "[[1, 2], [3, 4]]"));
    assertEquals(
        Run.fails("the keys of segments are those of 2 elements, not of 5"), cumsum("--by", "1,2"));
    assertEquals(Run.refuses("--by is empty: expected a literal or a file"), cumsum("--by", ""));
    assertEquals(
        Run.refuses(
            "--by: 'a,b,a' is neither a file nor numbers: words need a file, as FILE.csv:COLUMN"),
        cumsum("--by", "a,b,a"));
    assertEquals(
        Run.refuses("--lengths: '1,x' is neither a file nor numbers"), cumsum("--lengths", "1,x"));
    assertEquals(
        Run.refuses("--by: standard input is for INPUT, expected a file"), cumsum("--by", "-"));
    assertEquals(
        Run.refuses(
            "--lengths and --include-initial contradict each other: each segment would have one"
                + " element more, and there is no place for it"),
        cumsum("--lengths", "5", "--include-initial"));
    assertEquals(
        Run.fails("nosuch.npy: neither a file nor a literal"), cumsum("--by", "nosuch.npy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--by", "--flags"})
  void filesLargerThanMemoryAreRefusedInALine(String option) throws IOException {
    Path in = folder.resolve("in.npy");
    Npy.write(in, NDArray.wrap(new double[60_000]));
    assertEquals(
        Run.refuses(option + " needs INPUT to fit in memory: expected a larger --memory"),
        Run.of("cumsum", in.toString(), option, "1,2", "--memory", "64K"));
  }

  @Test
  void segmentsOfFilesLargerThanMemory() throws IOException {
    Path in = folder.resolve("in.npy");
    double[] values = new double[60_000];
    Arrays.setAll(values, i -> i % 7);
    Npy.write(in, NDArray.wrap(values));
    Path out = folder.resolve("out.npy");
    String[] command = {"cumsum", in.toString(), "--memory", "64K", "-o", out.toString(), "", ""};
    for (String[] option :
        new String[][] {
          {"--lengths", "20000,0,39999,1"}, {"--offsets", "0,20000,20000,59999,60000"}
        }) {
      System.arraycopy(option, 0, command, 6, 2);
      assertEquals(Run.prints(""), Run.of(command));
      assertArrayEquals(
          (double[])
              Scan.of(Operator.ADD)
                  .segmentsByLengths(20_000, 39_999, 1)
                  .apply(values)
                  .toFlatArray(),
          (double[]) Npy.read(out).toFlatArray());
    }
    assertEquals(
        Run.fails("the lengths of segments are those of 7 elements, not of 60000"),
        Run.of("cumsum", in.toString(), "--memory", "64K", "--lengths", "7"));
  }
}
