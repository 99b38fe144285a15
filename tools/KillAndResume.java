import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills the command again and again, at random moments, and lets it go on with {@code --resume}: in
 * the end, and whenever a run came to its own end before it was killed, the output must have the
 * bits of one that nobody disturbed, and nothing else may be left.
 *
 * <p>Run from the root of the project, with options of the scan if wanted:
 *
 * <pre>
 *   java tools/KillAndResume.java FOLDER [MEBIBYTES [KILLS [SEED]]] [--axis 0 ...]
 * </pre>
 */
final class KillAndResume {
  private static final int COLUMNS = 4096;
  private static final String[] USUAL = {"1024", "50", "20261126"};

  private final Path folder;
  private final Path in;
  private final Path out;
  private final List<String> options;
  private final Random random;

  private KillAndResume(Path folder, List<String> options, long seed) {
    this.folder = folder;
    this.options = options;
    in = folder.resolve("in.npy");
    out = folder.resolve("out.npy");
    random = new Random(seed);
  }

  public static void main(String[] arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    int firstOption = 0;
    while (firstOption < all.size() && !all.get(firstOption).startsWith("--")) {
      firstOption++;
    }
    List<String> numbers = new ArrayList<>(Arrays.asList(USUAL));
    for (int i = 1; i < firstOption; i++) {
      numbers.set(i - 1, all.get(i));
    }
    Path folder = Files.createTempDirectory(Path.of(all.getFirst()), "cumulus-kill");
    KillAndResume test =
        new KillAndResume(
            folder, all.subList(firstOption, all.size()), Long.parseLong(numbers.get(2)));
    test.run(Long.parseLong(numbers.get(0)) << 20, Integer.parseInt(numbers.get(1)));
    System.out.printf("%s, seed %s: the same bits%n", numbers.get(1) + " kills", numbers.get(2));
  }

  private void run(long bytes, int kills) throws Exception {
    Path undisturbed = folder.resolve("undisturbed.npy");
    writeInput(bytes);
    long start = System.nanoTime();
    end(start("-o", undisturbed.toString()));
    long nanos = System.nanoTime() - start;
    int completed = 0;
    for (int kill = 0; kill < kills; ) {
      Process process = start("-o", out.toString(), "--resume", "--checkpoint", "0.02");
      long delay = (long) (nanos * random.nextDouble());
      if (process.waitFor(delay, TimeUnit.NANOSECONDS)) {
        end(process);
        check(undisturbed);
        Files.delete(out);
        completed++;
        continue;
      }
      process.destroyForcibly().waitFor();
      kill++;
    }
    end(start("-o", out.toString(), "--resume"));
    check(undisturbed);
    System.out.printf("%d runs came to their end before they were killed%n", completed);
    for (Path file : List.of(in, out, undisturbed, folder)) {
      Files.delete(file);
    }
  }

  private void writeInput(long bytes) throws IOException {
    long rows = bytes / Double.BYTES / COLUMNS;
    String header =
        "{'descr': '>f8', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, COLUMNS);
    ByteBuffer start = ByteBuffer.allocate(128);
    start.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    start.put(header.getBytes(StandardCharsets.US_ASCII));
    Arrays.fill(start.array(), start.position(), 127, (byte) ' ');
    start.array()[127] = '\n';
    ByteBuffer row = ByteBuffer.allocate(Double.BYTES * COLUMNS);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(in), 1 << 20)) {
      file.write(start.array());
      for (long i = 0; i < rows; i++) {
        for (int column = 0; column < COLUMNS; column++) {
          row.putDouble(Double.BYTES * column, random.nextDouble() - 0.5);
        }
        file.write(row.array());
      }
    }
  }

  private Process start(String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("./cumulus", "cumsum", in.toString()));
    command.addAll(options);
    command.addAll(List.of(more));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static void end(Process process) throws InterruptedException {
    if (process.waitFor() != 0) {
      throw new IllegalStateException("exit code " + process.exitValue());
    }
  }

  private void check(Path undisturbed) throws IOException {
    if (Files.mismatch(undisturbed, out) >= 0) {
      throw new IllegalStateException(out + " and " + undisturbed + " differ");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.toList();
      if (left.size() != 3) {
        throw new IllegalStateException("left behind: " + left);
      }
    }
  }
}
