package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody else does to INPUT while a command works on it: there is no result, and what the
 * other has written stays as it is.
 */
class ChangedMeanwhileTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 50;
  private static final String BEFORE = "as it was";

  /** Options, and at which step beside the input it is changed: the first, or in the midst. */
  private static final List<Map.Entry<String, Integer>> COMMANDS =
      List.of(
          Map.entry("--in-place", 1),
          Map.entry("-o OUT", 1),
          Map.entry("-o OUT --verify", 1),
          Map.entry("--memory 64K --in-place", 1),
          Map.entry("--memory 64K --in-place --verify", 1),
          Map.entry("--memory 64K -o OUT", 1),
          Map.entry("--memory 64K", 1),
          Map.entry("--memory 64K --axis 1,0 --in-place --resume --checkpoint 99", 3),
          Map.entry("--memory 64K --axis 0 --in-place --resume --checkpoint 1e-6", 7),
          Map.entry("--memory 64K --axis 0 -o OUT --resume --checkpoint 1e-6 --verify", 7));

  /** What happens to the input, and what is said of that. */
  private enum Change {
    APPENDED("its size was 120128 and is now 120136") {
      @Override
      void make(Path in) throws IOException {
        Files.write(in, new byte[8], StandardOpenOption.APPEND);
      }
    },
    OVERWRITTEN("its time was ") {
      @Override
      void make(Path in) throws IOException {
        byte[] bytes = Files.readAllBytes(in);
        bytes[200] ^= 1;
        Files.write(in, bytes, StandardOpenOption.WRITE);
      }
    },
    REPLACED("another file has its name") {
      @Override
      void make(Path in) throws IOException {
        FileTime time = Files.getLastModifiedTime(in);
        Path other = in.resolveSibling("other");
        Files.copy(in, other);
        Files.setLastModifiedTime(other, time);
        Files.move(other, in, StandardCopyOption.ATOMIC_MOVE);
      }
    },
    REMOVED("it is gone") {
      @Override
      void make(Path in) throws IOException {
        Files.delete(in);
      }
    },
    LEFT("") {
      @Override
      void make(Path in) {}
    };

    /** How the message goes on; empty if there is none. */
    final String seen;

    Change(String seen) {
      this.seen = seen;
    }

    abstract void make(Path in) throws IOException;
  }

  /** One command and one change, in a folder of its own. */
  private record Case(Path folder, Change change, String options, int step) {
    Path in() {
      return folder.resolve("in.npy");
    }

    /** What the change makes of the input. */
    Path expected() {
      return folder.resolveSibling(folder.getFileName() + ".expected");
    }

    /** Where the run is told of. */
    Path told() {
      return folder.resolveSibling(folder.getFileName() + ".told");
    }

    private Run run() {
      String all = options.replace("OUT", folder + "/out.npy");
      return Run.of("cumsum %s %s".formatted(in(), all).split(" +", -1));
    }
  }

  private static List<Case> cases(Path all) {
    List<Case> cases = new ArrayList<>();
    for (Map.Entry<String, Integer> command : COMMANDS) {
      for (Change change : Change.values()) {
        Path folder = all.resolve("" + cases.size());
        cases.add(new Case(folder, change, command.getKey(), command.getValue()));
      }
    }
    return cases;
  }

  /**
   * The somebody else, in the process of the command, who so comes at the moment that is wanted.
   */
  static final class Other {
    private int steps;

    private Other() {}

    public static void main(String[] arguments) throws IOException {
      for (Case tried : cases(Path.of(arguments[0]))) {
        Other other = new Other();
        SteppedFileSystem.watch(changed -> other.comesBefore(changed, tried));
        Run run = tried.run();
        SteppedFileSystem.watch(changed -> {});
        Files.writeString(tried.told(), other.steps + " " + run.exitCode() + " " + run.err());
      }
    }

    private void comesBefore(Path changed, Case tried) throws IOException {
      String name = String.valueOf(changed.getFileName());
      if (!name.startsWith(".") && !name.startsWith("cumulus")) {
        return;
      }
      steps++;
      if (steps == tried.step) {
        // By a path of the file system behind: no step of the command.
        Path in = changed.resolve(tried.in().toString());
        tried.change.make(in);
        if (Files.exists(in)) {
          Files.copy(in, changed.resolve(tried.expected().toString()));
        }
      }
    }
  }

  @Test
  @Timeout(120)
  void nothingOfItIsLost(@TempDir(factory = MemoryFolder.class) Path all) throws Exception {
    double[] values = new double[ROWS * COLUMNS];
    Arrays.setAll(values, i -> 1 + i % 7);
    List<Case> cases = cases(all);
    for (Case tried : cases) {
      Files.createDirectory(tried.folder);
      Npy.write(tried.in(), NDArray.wrap(values, ROWS, COLUMNS));
      Files.setLastModifiedTime(tried.in(), FileTime.fromMillis(1_000_000));
      Files.writeString(tried.folder.resolve("out.npy"), BEFORE);
    }
    Process process =
        OwnProcess.start(
            Other.class,
            all,
            List.of(all.toString()),
            "env",
            "JDK_JAVA_OPTIONS=" + SteppedFileSystem.OPTION);
    String errors = OwnProcess.errors(process);
    assertEquals(0, process.waitFor(), errors);
    for (Case tried : cases) {
      assertNothingIsLost(tried);
    }
  }

  private static void assertNothingIsLost(Case tried) throws IOException {
    String[] told = Files.readString(tried.told()).split(" ", 3);
    assertTrue(Integer.parseInt(told[0]) >= tried.step, () -> tried + " has " + told[0] + " steps");
    Path out = tried.folder.resolve("out.npy");
    if (tried.change == Change.LEFT) {
      assertEquals("0 ", told[1] + " " + told[2], tried::toString);
      return;
    }
    assertEquals("1", told[1], tried::toString);
    String message = "cumulus: " + tried.in() + ": changed while it was read: ";
    assertTrue(told[2].startsWith(message + tried.change.seen), () -> tried + ": " + told[2]);
    assertEquals(1, told[2].lines().count(), told[2]);
    assertEquals(BEFORE, Files.readString(out), tried::toString);
    List<Path> left = new ArrayList<>(List.of(out));
    if (tried.change != Change.REMOVED) {
      left.addFirst(tried.in());
      assertArrayEquals(
          Files.readAllBytes(tried.expected()), Files.readAllBytes(tried.in()), tried::toString);
    }
    try (Stream<Path> files = Files.list(tried.folder)) {
      assertEquals(left, files.sorted().toList(), tried::toString);
    }
  }
}
