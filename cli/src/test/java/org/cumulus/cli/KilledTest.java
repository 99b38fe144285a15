package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Order;
import org.cumulus.Scan;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when a process of its own, with the command in it, is ended from outside. */
class KilledTest {
  private static final int ROWS = 500;
  private static final int COLUMNS = 1000;

  @TempDir(factory = MemoryFolder.class)
  private Path folder;

  private Path in;
  private Path out;

  @BeforeEach
  void writeTheInput() throws IOException {
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    double[] values = new double[ROWS * COLUMNS];
    Random random = new Random(5);
    Arrays.setAll(values, i -> random.nextGaussian());
    Npy.write(in, NDArray.wrap(values, ROWS, COLUMNS));
  }

  private List<String> command(String... options) {
    List<String> command = new ArrayList<>(List.of("cumsum", in.toString(), "-o", out.toString()));
    command.addAll(List.of("--axis", "0", "--memory", "256K"));
    command.addAll(List.of(options));
    return command;
  }

  private Process start(List<String> command, String... before) throws IOException {
    return OwnProcess.start(folder, command, before);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Waits until so many checkpoints have been written, or the process has ended. */
  private void awaitCheckpoints(Process process, int count) throws Exception {
    Path checkpoint = folder.resolve(".out.npy.cumulus-checkpoint");
    Object seen = null;
    for (int changes = 0; changes < count && process.isAlive(); ) {
      Object now = Files.exists(checkpoint) ? Files.readAttributes(checkpoint, "fileKey") : null;
      changes += now != null && !now.equals(seen) ? 1 : 0;
      seen = now;
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Test
  void aKilledCommandGoesOnToTheSameBits() throws Exception {
    List<String> command = command("--resume", "--checkpoint", "1e-6", "--order", "blocked");
    Random random = new Random(9);
    for (int kill = 0; kill < 4; kill++) {
      Process process = start(command);
      awaitCheckpoints(process, random.nextInt(1, 12));
      assertTrue(process.isAlive(), () -> "ended by itself: " + process.exitValue());
      process.destroyForcibly().waitFor();
      assertTrue(Files.notExists(out));
      assertTrue(files().contains(".out.npy.cumulus-part0"), () -> "kill " + random);
    }
    Run refused = Run.of(command("--resume", "--checkpoint", "1e-6").toArray(String[]::new));
    assertTrue(
        refused
            .err()
            .endsWith(
                ": cannot resume: --order was blocked and is now absent; to start over, remove"
                    + " this file or leave out --resume\n"),
        refused::toString);
    assertEquals(Run.prints(""), Run.of(command.toArray(String[]::new)));
    NDArray expected = Scan.of(Operator.ADD).order(Order.BLOCKED).axis(0).apply(Npy.read(in));
    assertArrayEquals((double[]) expected.toFlatArray(), (double[]) Npy.read(out).toFlatArray());
    assertEquals(List.of("in.npy", "out.npy"), files());
  }

  @Test
  void aChangedInputIsRefused() throws Exception {
    List<String> command = command("--resume", "--checkpoint", "1e-6");
    Process process = start(command);
    awaitCheckpoints(process, 2);
    process.destroyForcibly().waitFor();
    byte[] bytes = Files.readAllBytes(in);
    bytes[bytes.length - 1] ^= 1;
    Files.write(in, bytes);
    Run run = Run.of(command.toArray(String[]::new));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(": cannot resume: the time of INPUT was "), run::toString);
  }

  /**
   * As Ctrl-C does it, and as the system when it shuts down. What is printed has two files on the
   * way, and still there is one line.
   */
  @ParameterizedTest
  @CsvSource({"INT, true, 1", "TERM, true, 1", "INT, false, 2"})
  void anInterruptedCommandLeavesNothing(String signal, boolean hasOutput, int files)
      throws Exception {
    List<String> command = command();
    if (!hasOutput) {
      command.removeAll(List.of("-o", out.toString()));
    }
    Process process = start(command);
    while (process.isAlive() && files().size() < 1 + files) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor());
    assertEquals("cumulus: interrupted\n", OwnProcess.errors(process));
    assertEquals(1, process.waitFor());
    assertEquals(List.of("in.npy"), files());
  }

  /** The command, which waits at a step for whoever ends it, and says so by a file. */
  static final class Waiting {
    private Waiting() {}

    /** The first arguments are how a file ends, at which of its steps to wait, and how long. */
    public static void main(String[] arguments) {
      AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
      long nanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[2]));
      SteppedFileSystem.watch(
          changed -> {
            if (changed.toString().endsWith(arguments[0]) && left.decrementAndGet() == 0) {
              Files.createFile(changed.resolveSibling("waiting"));
              LockSupport.parkNanos(nanos);
            }
          });
      Main.main(Arrays.copyOfRange(arguments, 3, arguments.length));
    }
  }

  /**
   * As when the terminal is closed: what is said to go on must do so. A checkpoint takes three
   * steps, and is finished first if it has been begun.
   */
  @ParameterizedTest
  @CsvSource({
    "HUP, part0, 1, 30000, ''",
    "TERM, part0, 1, 30000, ''",
    "HUP, checkpoint-next, 1, 500, ; run the same command again to continue",
    "HUP, checkpoint-next, 3, 500, ; run the same command again to continue",
    "INT, checkpoint-next, 6, 500, ; run the same command again to continue"
  })
  @Timeout(60)
  void onlyWhatHasACheckpointIsSaidToGoOn(
      String signal, String file, String step, String millis, String goesOn) throws Exception {
    List<String> command = command("--resume", "--checkpoint", "1e-6");
    List<String> arguments = new ArrayList<>(List.of(file, step, millis));
    arguments.addAll(command);
    String option = "JDK_JAVA_OPTIONS=" + SteppedFileSystem.OPTION;
    Process process = OwnProcess.start(Waiting.class, folder, arguments, "env", option);
    while (process.isAlive() && !files().contains("waiting")) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor());
    String errors = OwnProcess.errors(process);
    assertTrue(errors.endsWith("\ncumulus: interrupted" + goesOn + "\n"), errors);
    assertEquals(1, process.waitFor());
    Files.delete(folder.resolve("waiting"));
    assertEquals(
        goesOn.isEmpty()
            ? List.of("in.npy")
            : List.of(".out.npy.cumulus-checkpoint", ".out.npy.cumulus-part0", "in.npy"),
        files());
    assertEquals(Run.prints(""), Run.of(command.toArray(String[]::new)));
    assertEquals(List.of("in.npy", "out.npy"), files());
  }

  /** The bar goes first, so that the line stands alone. */
  @Test
  @Timeout(60)
  void theBarOfAnInterruptedCommandGoes() throws Exception {
    List<String> command = List.of("cumsum", "-", "-o", out.toString(), "--memory", "64K");
    Process process = start(command, "env", "JDK_JAVA_OPTIONS=-Dcumulus.terminal=true");
    byte[] npy = Files.readAllBytes(in);
    StringBuilder screen = new StringBuilder();
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(npy, 0, npy.length / 2);
      pipe.flush();
      while (files().size() < 2) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      TimeUnit.MILLISECONDS.sleep(1100); // The bar comes after a second.
      pipe.write(npy, npy.length / 2, npy.length / 4);
      pipe.flush();
      while (screen.indexOf("scanning") < 0) {
        screen.append((char) process.getErrorStream().read());
      }
      String pid = Long.toString(process.pid());
      assertEquals(0, new ProcessBuilder("kill", "-INT", pid).start().waitFor());
      screen.append(OwnProcess.errors(process));
    }
    assertTrue(screen.toString().endsWith("\r\033[Kcumulus: interrupted\n"), screen::toString);
    assertEquals(List.of("in.npy"), files());
  }

  /** As on a disk that is full: a limit on the size of files makes writing fail. */
  @Test
  void aWriteThatFailsLeavesNothing() throws Exception {
    Process process = start(command(), "sh", "-c", "ulimit -f 1000; exec \"$@\"", "sh");
    assertEquals("cumulus: " + out + ": File too large\n", OwnProcess.errors(process));
    assertEquals(1, process.waitFor());
    assertEquals(List.of("in.npy"), files());
  }
}
