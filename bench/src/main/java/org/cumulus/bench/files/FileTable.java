package org.cumulus.bench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulus.bench.tables.Machine;
import org.cumulus.bench.tables.RunReport;

/**
 * The command beside {@code cp}, as a user would run them: processes of their own, one after the
 * other in each round, on a file that the page cache holds.
 */
public final class FileTable {
  private static final String CP = "cp";
  private static final String CP_SYNC = "cp, then sync";

  /** As long as a row of a table or a picture. */
  private static final int ROW = 1024;

  private final Path in;
  private final Path out;
  private final int rounds;
  private final Map<String, List<FileRun>> runs = new LinkedHashMap<>();

  private FileTable(Path folder, int rounds) {
    in = folder.resolve("cumulus-bench-in.npy");
    out = folder.resolve("cumulus-bench-out.npy");
    this.rounds = rounds;
  }

  /** Measures, prints, and writes a file if the arguments name a folder for it. */
  public static void make(List<String> arguments) throws IOException {
    FileOptions options = FileOptions.parse(arguments);
    int mebibytes = options.mebibytes();
    Path files = options.in();
    Path folder = options.folder();
    double load = Machine.load();
    FileTable table = new FileTable(files, options.rounds());
    table.measure(mebibytes);
    String text = table.markdown(mebibytes, load, Files.getFileStore(files).type());
    System.out.print(text);
    if (folder != null) {
      RunReport.write(folder, "-files", text);
    }
  }

  private Map<String, String[]> contestants() {
    Map<String, String[]> commands = new LinkedHashMap<>();
    commands.put(CP, new String[] {"cp", in.toString(), out.toString()});
    commands.put(
        CP_SYNC,
        new String[] {
          "sh", "-c", "cp \"$0\" \"$1\" && sync \"$1\"", in.toString(), out.toString()
        });
    for (int axis = 1; axis >= 0; axis--) {
      String[] command = {
        "./cumulus", "cumsum", in.toString(), "-o", out.toString(), "--axis", axis + ""
      };
      commands.put("cumsum --axis " + axis, command);
    }
    return commands;
  }

  private void measure(int mebibytes) throws IOException {
    try {
      SummedFile file = SummedFile.write(in, ((long) mebibytes << 20) / Double.BYTES / ROW, ROW);
      for (int round = 0; round <= rounds; round++) {
        for (Map.Entry<String, String[]> contestant : contestants().entrySet()) {
          Files.deleteIfExists(out);
          FileRun.of("sync"); // What the one before has left to be written is not for this one.
          FileRun run = FileRun.of(contestant.getValue());
          System.err.printf(Locale.ROOT, "%d/%d %s: %s%n", round, rounds, contestant.getKey(), run);
          if (round > 0) {
            runs.computeIfAbsent(contestant.getKey(), _ -> new ArrayList<>()).add(run);
          } else if (contestant.getKey().startsWith("cumsum")) {
            file.check(out, contestant.getKey().endsWith("0") ? 0 : 1);
          }
        }
      }
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
    }
  }

  private String markdown(int mebibytes, double load, String fileSystem) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            # Files beside cp, %s, %s

            | | |
            |---|---|
            | CPU | %s, %d cores |
            | system | %s, files on %s; load average when the run began: %.2f |
            | JVM | %s |
            | file | %d MiB of float64, rows of %d, in the page cache |
            | rounds | %d after one to warm up; in each, all commands one after the other, and a `sync` before each |

            Seconds are medians over the rounds, ratios medians of the rounds' ratios. Cumulus forces its \
            output to the disk before it gives it its name; `cp` alone does not. The processor's seconds are \
            those of all cores. What the first round gave was compared with plain loops.

            | command | seconds | of the processor | ÷ cp | ÷ cp, then sync |
            |---|---:|---:|---:|---:|
            """,
            LocalDate.now(ZoneOffset.UTC),
            Machine.cpu(),
            Machine.cpu(),
            Machine.cores(),
            Machine.system(),
            fileSystem,
            load,
            Machine.jvm(),
            mebibytes,
            ROW,
            rounds));
    for (String title : runs.keySet()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.2f | %.2f |%n",
              title,
              median(runs(title).mapToDouble(FileRun::seconds).toArray()),
              median(runs(title).mapToDouble(FileRun::processorSeconds).toArray()),
              ratio(title, CP),
              ratio(title, CP_SYNC)));
    }
    return text.toString();
  }

  private Stream<FileRun> runs(String title) {
    return runs.getOrDefault(title, List.of()).stream();
  }

  private double ratio(String slow, String fast) {
    double[] above = runs(slow).mapToDouble(FileRun::seconds).toArray();
    double[] below = runs(fast).mapToDouble(FileRun::seconds).toArray();
    double[] ratios = new double[above.length];
    Arrays.setAll(ratios, round -> above[round] / below[round]);
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
