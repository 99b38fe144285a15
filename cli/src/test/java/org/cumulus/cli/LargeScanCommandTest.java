package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.CsvText;
import org.cumulus.npy.Npy;
import org.cumulus.npy.Npz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command over files that do not fit the memory it is given. */
class LargeScanCommandTest {
  private static final NDArray ARRAY = array();
  private static final String[] CUMSUM = {"cumsum"};

  @TempDir private Path folder;
  private Path in;
  private Path out;

  private static NDArray array() {
    double[] values = new double[300 * 200];
    Arrays.setAll(values, i -> (i * 7919 % 1000) / 10.0);
    return NDArray.wrap(values, 300, 200);
  }

  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    Npy.write(in, ARRAY);
  }

  private Run cumsum(String... options) {
    String[] all =
        Stream.concat(Stream.of("cumsum", in.toString(), "--memory", "64K"), Stream.of(options))
            .toArray(String[]::new);
    return Run.of(all);
  }

  private void assertOutIs(NDArray expected) throws IOException {
    NDArray found = Npy.read(out);
    assertEquals(expected.dtype(), found.dtype());
    assertArrayEquals(expected.shape(), found.shape());
    assertArrayEquals((double[]) expected.toFlatArray(), (double[]) found.toFlatArray());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "files left behind");
    }
  }

  @Test
  void theResultIsThatOfMemory() throws IOException {
    assertEquals(Run.prints(""), cumsum("-o", out.toString()));
    assertOutIs(Cumulus.cumsum(ARRAY));
    assertEquals(Run.prints(""), cumsum("-o", out.toString(), "--axis", "0"));
    assertOutIs(Cumulus.cumsum(ARRAY, 0));
    assertEquals(Run.prints(""), cumsum("-o", out.toString(), "--axis", "1,0"));
    assertOutIs(Cumulus.cumsum(Cumulus.cumsum(ARRAY, 1), 0));
  }

  @Test
  void whatIsPrintedIsThatOfMemory() {
    assertEquals(Run.prints(Cumulus.cumsum(ARRAY, 1) + "\n"), cumsum("-a", "-1"));
  }

  @Test
  void theInputIsReplacedWhenThatIsAskedFor() throws IOException {
    assertEquals(
        Run.refuses(in + ": the input itself, expected another file for the output, or --in-place"),
        cumsum("-o", in.toString()));
    assertEquals(Run.prints(""), cumsum("--in-place", "--resume"));
    assertArrayEquals(
        (double[]) Cumulus.cumsum(ARRAY).toFlatArray(), (double[]) Npy.read(in).toFlatArray());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "files left behind");
    }
  }

  @Test
  void aTruncatedInputLeavesNothing() throws IOException {
    byte[] bytes = Files.readAllBytes(in);
    Files.write(in, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(
        Run.fails(in + ": EOF: reading array data, expected 480000 bytes got 479999"),
        cumsum("-o", out.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count(), "files left behind");
    }
  }

  @Test
  void theSummaryTellsWhatWasDone() {
    Run run = cumsum("-o", out.toString(), "--summary", "--order", "exact");
    assertTrue(
        run.err()
            .matches(
                "cumulus: 60000 elements in \\d+\\.\\d\\d s, \\d+\\.\\d\\d [kMG]B/s read and"
                    + " written, order exact\n"),
        run::toString);
  }

  @Test
  void aFileInTheOtherOrderIsReordered() throws IOException {
    Npy.write(in, NDArray.of(ARRAY, DType.INT32).transpose());
    Run run = cumsum("-o", out.toString(), "--summary");
    assertTrue(run.err().endsWith(", with temporary files for reordering\n"), run::toString);
    NDArray expected = Cumulus.cumsum(NDArray.of(ARRAY, DType.INT32).transpose());
    assertArrayEquals((long[]) expected.toFlatArray(), (long[]) Npy.read(out).toFlatArray());
  }

  private static String[] with(String[] options, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(options)).toArray(String[]::new);
  }

  /** Runs a command in parts, and expects of it what it does in memory. */
  private void assertIsAsInMemory(Function<String[], Run> command, String... options)
      throws IOException {
    assertEquals(Run.prints(""), command.apply(with(options, "--memory", "1G")));
    byte[] inMemory = Files.readAllBytes(out);
    Files.delete(out);
    Run inParts = command.apply(with(options, "--memory", "64K", "--summary"));
    assertEquals(0, inParts.exitCode(), inParts::toString);
    assertArrayEquals(inMemory, Files.readAllBytes(out), () -> String.join(" ", options));
    Files.delete(out);
    assertEquals(1, files(), "files left behind");
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** As many kinds of files as there are, with the same array in them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cumsum --axis 0",
        "cumsum --axis 0 --reverse",
        "cumsum",
        "cumsum --axis 1 --order exact --exclusive",
        "cumsum --dtype >f4 --order blocked --include-initial --initial 2",
        "cumsum --axis 0,1 --exclusive",
        "cumprod --axis -1",
        "nancumsum --axis 1 --reverse --include-initial",
        "cummax --reverse",
        "cummin --axis 0 --nan keep",
        "logcumsumexp --axis 1",
        "accumulate logical_xor --axis 0",
      })
  void everySourceGivesWhatMemoryGives(String line) throws IOException {
    int operator = line.startsWith("accumulate ") ? 2 : 1;
    List<String> words = List.of(line.split(" ", -1));
    String[] command = words.subList(0, operator).toArray(String[]::new);
    String[] options =
        with(words.subList(operator, words.size()).toArray(String[]::new), "-o", out.toString());
    byte[] npy = Files.readAllBytes(in);
    byte[] raw = Arrays.copyOfRange(npy, 128, npy.length);
    assertIsAsInMemory(read(command, in.toString()), options);
    assertIsAsInMemory(pipe(npy, command), options);
    Path unnamed = Files.move(in, folder.resolve("in"));
    assertIsAsInMemory(read(command, unnamed.toString()), options);
    Files.move(unnamed, in);
    Files.write(in, raw);
    String[] shape = with(options, "--shape", "300,200", "--input-dtype", "f8");
    assertIsAsInMemory(read(command, in.toString()), shape);
    assertIsAsInMemory(pipe(raw, command), shape);
    Files.delete(in);
    in = folder.resolve("in.npz");
    Npz.write(in, Map.of("a", ARRAY));
    assertIsAsInMemory(read(command, in.toString()), options);
    assertIsAsInMemory(pipe(Files.readAllBytes(in), command), options);
    Npz.writeCompressed(in, Map.of("a", ARRAY, "b", ARRAY));
    assertIsAsInMemory(read(command, in + ":b"), options);
    Files.delete(in);
    in = folder.resolve("in.csv");
    try (Writer text = Files.newBufferedWriter(in)) {
      CsvText.write(ARRAY, text);
    }
    assertIsAsInMemory(read(command, in.toString()), options);
    assertIsAsInMemory(pipe(Files.readAllBytes(in), command), options);
  }

  private static Function<String[], Run> read(String[] command, String input) {
    return options -> Run.of(with(with(options, input), command));
  }

  private static Function<String[], Run> pipe(byte[] bytes, String[] command) {
    return options -> Run.piped(bytes, with(with(options, "-"), command));
  }

  /**
   * Without a name to tell, a text may be a literal, which is only known when all of it is there.
   */
  @Test
  void aLargeLiteralIsRefused() throws IOException {
    String literal = " [" + "1, ".repeat(5000) + "1]";
    String problem =
        ": a literal of more than 4096 bytes: expected a larger --memory, or numbers without"
            + " brackets";
    assertEquals(
        Run.fails("standard input" + problem),
        Run.piped(literal, "cumsum", "-", "--memory", "64K"));
    Path file = Files.writeString(folder.resolve("literal"), literal);
    assertEquals(Run.fails(file + problem), Run.of("cumsum", file.toString(), "--memory", "64K"));
    assertEquals(
        Run.prints("[   1    2    3 ... 4999 5000 5001]\n"),
        Run.piped(literal, "cumsum", "-", "--memory", "1M"));
  }

  @Test
  void anArchiveInAPipeThatIsLargeAsAWholeIsRefused() throws IOException {
    Path archive = folder.resolve("two.npz");
    Npz.write(archive, Map.of("a", ARRAY, "b", ARRAY));
    assertEquals(
        Run.fails(
            ("standard input: an archive of %d bytes that is not one large array: expected a file,"
                    + " not a pipe")
                .formatted(Files.size(archive))),
        Run.piped(Files.readAllBytes(archive), "cumsum", "-", "--memory", "64K"));
    Npz.write(archive, Map.of("a", NDArray.of(new long[] {1, 2})));
    assertEquals(
        Run.prints("[1 3]\n"),
        Run.piped(Files.readAllBytes(archive), "cumsum", "-", "--memory", "64K"));
  }

  @Test
  void textIsWritten() throws IOException {
    out = folder.resolve("out.csv");
    assertIsAsInMemory(read(CUMSUM, in.toString()), "--axis", "0", "-o", out.toString());
    Npy.write(in, ARRAY.transpose());
    assertIsAsInMemory(read(CUMSUM, in.toString()), "--axis", "0", "-o", out.toString());
  }

  /** In either order of the file: what is printed is in C order. */
  @Test
  void textIsPrinted() throws IOException {
    for (NDArray array : List.of(ARRAY, ARRAY.transpose())) {
      Npy.write(in, array);
      String[] options = {"--axis", "0", "--format", "csv"};
      Run inMemory = read(CUMSUM, in.toString()).apply(with(options, "--memory", "1G"));
      assertEquals(inMemory, read(CUMSUM, in.toString()).apply(with(options, "--memory", "64K")));
      assertEquals(array.shape()[0], inMemory.out().lines().count());
    }
  }

  @Test
  void whatCannotBeDoneInPartsIsRefusedInALine() {
    String reason = " needs INPUT to fit in memory: expected a larger --memory";
    assertEquals(
        Run.refuses("--initial: add: int32 cannot hold the initial value 1.5"),
        cumsum("--dtype", "i4", "--initial", "1.5"));
    assertEquals(Run.refuses("--dtype object" + reason), cumsum("--dtype", "object"));
    assertEquals(
        Run.refuses("--nan keep along several axes" + reason),
        cumsum("--nan", "keep", "--axis", "0,1"));
  }

  /** A dtype that has no such scan comes before an element that is refused. */
  @Test
  void whatIsRefusedFirstIsThatOfMemory() throws IOException {
    NDArray complex = NDArray.of(ARRAY, DType.COMPLEX64).copy();
    NDArray.of(Double.NaN).astype(DType.COMPLEX64).copyTo(complex.select(0, 3).select(0, 5));
    Npy.write(in, complex);
    Function<String[], Run> command =
        read(new String[] {"accumulate", "bitwise_or"}, in.toString());
    for (String axis : List.of("1", "0,1")) {
      Run inMemory = command.apply(new String[] {"--nan", "refuse", "--axis", axis});
      assertTrue(inMemory.err().contains("'bitwise_or' not supported"), inMemory::toString);
      assertEquals(
          inMemory,
          command.apply(new String[] {"--nan", "refuse", "--axis", axis, "--memory", "64K"}));
    }
  }

  @Test
  void rawBinaryNeedsToBeDescribed() {
    String raw = in.toString();
    assertEquals(
        Run.refuses("--shape: raw binary needs a dtype: expected --dtype, too"),
        Run.of("cumsum", raw, "--shape", "5"));
    assertEquals(
        Run.fails(raw + ": 480128 bytes, but shape (5,) of float64 needs 40"),
        Run.of("cumsum", raw, "--shape", "5", "--dtype", "f8"));
    assertEquals(
        Run.fails(raw + ": 480128 bytes, but shape (7, -1) of float32 needs a multiple of 28"),
        Run.of("cumsum", raw, "--shape", "7,-1", "--dtype", "f4"));
    for (String command : List.of("diff", "info")) {
      assertEquals(
          Run.refuses("--shape: raw binary needs a dtype: expected --input-dtype, too"),
          Run.of(command, raw, "--shape", "5"));
    }
    assertEquals(
        Run.refuses(
            "invalid value for option '--shape': '' is not a shape: expected lengths such as"
                + " 1000,-1"),
        Run.of("cumsum", raw, "--shape", "", "--dtype", "f4"));
    assertEquals(
        Run.refuses("--input-dtype is for raw binary: expected --shape, too"),
        Run.of("cumsum", raw, "--input-dtype", "f8"));
  }
}
