package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.cli.commands.InputState;
import org.cumulus.cli.files.FileException;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.input.Input;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that somebody else changes while a command reads or writes them, or until it goes on. */
class ChangedFilesTest {
  private static final int ROWS = 200;
  private static final int COLUMNS = 300;

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private Path in;
  private Path out;

  /** The last element can be refused, when most of the work is done. */
  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    double[] values = new double[ROWS * COLUMNS];
    Arrays.setAll(values, i -> 1 + i % 17);
    values[values.length - 1] = Double.NaN;
    Npy.write(in, NDArray.wrap(values, ROWS, COLUMNS));
  }

  private Run run(String options) {
    return Run.of(("cumsum " + in + " " + options).strip().split(" +", -1));
  }

  private Path part(int pass) {
    return folder.resolve(".out.npy.cumulus-part" + pass);
  }

  /** Leaves work that is done nearly to its end, and returns how it goes on. */
  private String begin(String options) {
    String again = "-o %s --memory 64K --resume --nan refuse %s".formatted(out, options);
    Run run = run(again + " --checkpoint 1e-6");
    assertTrue(run.err().contains("NaN"), run::toString);
    return again;
  }

  private void assertIsRefused(Path part, String problem, String again) {
    Run refused = run(again);
    assertEquals(
        Run.fails(
            "%s: cannot resume: %s; to start over, remove this file or leave out --resume"
                .formatted(part, problem)),
        refused);
    assertTrue(Files.notExists(out));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "'', 1", "--axis 0, 0", "--axis 0, 1", "--axis 1 --reverse, 1"})
  void aPartThatIsTruncatedIsRefused(String options, int half) throws IOException {
    String again = begin(options);
    long size = half * Files.size(part(0)) / 2;
    try (FileChannel channel = FileChannel.open(part(0), StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
    // Backwards the end is read first.
    assertIsRefused(part(0), "it ends after %d bytes".formatted(size), again);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--axis 0", "--axis 0 --order exact", "--axis 1"})
  void aPartThatIsOverwrittenIsRefused(String options) throws IOException {
    String again = begin(options);
    byte[] whole = Files.readAllBytes(part(0));
    FileTime time = Files.getLastModifiedTime(part(0));
    // The header, the first element, and one in the midst of what is done.
    for (int place : new int[] {20, 128, whole.length / 3}) {
      byte[] changed = whole.clone();
      changed[place] ^= 1;
      Files.write(part(0), changed);
      Files.setLastModifiedTime(part(0), time);
      assertIsRefused(part(0), "it is not what was written there: its checksum is wrong", again);
    }
    Files.write(part(0), Arrays.copyOf(whole, 128 + 8 * ROWS * COLUMNS + 1));
    assertIsRefused(
        part(0),
        "it has %d bytes, expected %d"
            .formatted(129 + 8 * ROWS * COLUMNS, 128 + 8 * ROWS * COLUMNS),
        again);
    Files.write(part(0), whole);
    Run goesOn = run(again);
    assertTrue(goesOn.err().contains("NaN"), goesOn::toString);
    Files.delete(part(0)); // As the message says.
    Run startsOver = run(again);
    assertTrue(startsOver.err().contains("NaN"), startsOver::toString);
  }

  @Test
  void aSpilledPassThatIsOverwrittenIsRefused() throws IOException {
    String again = "-o %s --memory 64K --resume --overflow checked -d i2 --axis 1,0".formatted(out);
    Run failed = run(again + " --checkpoint 1e-6 --nan skip");
    assertEquals(1, failed.exitCode(), failed::toString);
    assertTrue(Files.exists(part(1)), failed::toString);
    byte[] whole = Files.readAllBytes(part(0));
    whole[whole.length / 2] ^= 1;
    Files.write(part(0), whole);
    assertIsRefused(
        part(0), "it is not what was written there: its checksum is wrong", again + " --nan skip");
  }

  /** Overwrites an element that is in no sample. */
  private static void overwrite(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      int _ = channel.write(ByteBuffer.wrap(new byte[8]), Files.size(file) / 32 * 3);
    }
  }

  @Test
  void aChangeOfTheInputMeanwhileIsSeen() throws IOException {
    Input input = Input.of(in.toString());
    FileTime time = Files.getLastModifiedTime(in);
    InputState plain = Objects.requireNonNull(InputState.of(input, false));
    InputState verified = Objects.requireNonNull(InputState.of(input, true));
    plain.check();
    verified.check();
    overwrite(in);
    Files.setLastModifiedTime(in, time);
    plain.check(); // It has the size, time and inode it had.
    assertSees(verified, "its checksum was ");
    Files.setLastModifiedTime(in, FileTime.fromMillis(5));
    assertSees(plain, "its time was ");
    Files.write(in, new byte[8], StandardOpenOption.APPEND);
    assertSees(plain, "its size was ");
    Files.delete(in);
    assertSees(plain, "it is gone");
  }

  /** The file is not replaced, and nothing is left to go on with. */
  @Test
  void aResultOfAnInputThatHasChangedIsNone() throws IOException {
    Files.writeString(out, "as it was");
    FileException refused =
        assertThrows(
            FileException.class,
            () ->
                Output.write(
                    out,
                    file -> file.write(1),
                    () -> {
                      throw new FileException("in.npy", "changed");
                    }));
    assertEquals("in.npy: changed", refused.getMessage());
    assertEquals("as it was", Files.readString(out));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(in, out), files.sorted().toList());
    }
  }

  private static void assertSees(InputState state, String how) {
    FileException seen = assertThrows(FileException.class, state::check);
    String message = String.valueOf(seen.getMessage());
    assertTrue(message.contains(": changed while it was read: " + how), message);
  }

  @Test
  void verifyReadsAllBeforeItGoesOn() throws IOException {
    FileTime time = Files.getLastModifiedTime(in);
    String again = begin("--verify");
    overwrite(in);
    Files.setLastModifiedTime(in, time);
    Run refused = run(again);
    assertTrue(refused.err().contains(": cannot resume: what is in INPUT was "), refused::err);
    assertEquals(
        Run.refuses("--verify needs an input that can be read again: expected a file"),
        Run.piped("1 2", "cumsum", "-", "--verify"));
  }
}
