package org.cumulus.bench.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.cumulus.bench.contestants.PythonPeers;

/** A run of the table with all that a reader must know about it. */
public final class RunReport {
  private RunReport() {}

  /** Measures, prints, and writes the file if the options name a folder. */
  public static void make(List<String> arguments) throws IOException {
    GridOptions options = GridOptions.parse(arguments);
    double load = Machine.load();
    try (PythonPeers numpy = PythonPeers.start(options.python())) {
      GridRun run = new GridRun(options, numpy);
      List<Measurement> measurements = run.run();
      String version = numpy == null ? "none" : numpy.versions();
      String text =
          head(options, version, load) + new GridTable(run.peers(), measurements).markdown();
      System.out.print(text);
      if (options.folder() != null) {
        write(options.folder(), "", text);
      }
    }
  }

  private static String head(GridOptions options, String numpyVersion, double load) {
    return String.format(
        Locale.ROOT,
        """
        %s| rounds | %d; in each, all contestants one after the other |

        Figures are medians over the rounds, ratios medians of the rounds' ratios. Cumulus uses all \
        cores where it sees fit. Warm means that the result goes into an array that is there already; \
        fresh, that the call allocates it. The ceiling copies as many bytes as the result has between \
        warm arrays. In each cell the sums were first compared with those of plain loops, and their \
        bits with NumPy's.

        """,
        title("Cumulative sums", numpyVersion, load),
        options.rounds().count());
  }

  /** The title of a report, and the first rows of a table of all that figures depend on. */
  static String title(String what, String numpyVersion, double load) {
    return String.format(
        Locale.ROOT,
        """
        # %s, %s, %s

        | | |
        |---|---|
        | CPU | %s, %d cores |
        | system | %s; load average when the run began: %.2f |
        | JVM | %s, heap of %d MiB, touched beforehand; profile polluted beforehand |
        | Python | %s; NumPy has one thread, as always |
        """,
        what,
        LocalDate.now(ZoneOffset.UTC),
        Machine.cpu(),
        Machine.cpu(),
        Machine.cores(),
        Machine.system(),
        load,
        Machine.jvm(),
        Runtime.getRuntime().maxMemory() >> 20,
        numpyVersion);
  }

  /** How the files of a run are named: by date and processor. */
  public static String fileName(String suffix) {
    return LocalDate.now(ZoneOffset.UTC) + "-" + Machine.fileName() + suffix;
  }

  /** Writes a report to the folder. */
  public static void write(Path folder, String suffix, String text) throws IOException {
    Path file = folder.resolve(fileName(suffix) + ".md");
    Files.createDirectories(folder);
    Files.writeString(file, text);
    System.err.println("written: " + file);
  }
}
