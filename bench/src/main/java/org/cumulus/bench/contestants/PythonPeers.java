package org.cumulus.bench.contestants;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.Workload;
import org.cumulus.npy.Npy;
import org.jspecify.annotations.Nullable;

/**
 * NumPy and the other libraries of a Python in a process of its own, which does the same cells and
 * sleeps while the others run.
 */
public final class PythonPeers implements AutoCloseable {
  /** The heading of NumPy with {@code out}. */
  public static final String WARM = "NumPy";

  /** The heading of NumPy without {@code out}. */
  public static final String FRESH = "NumPy, fresh";

  private static final List<String> TITLES =
      List.of(WARM, FRESH, "Numba", "PyTorch", "JAX", "Polars", "pandas", "Arrow");

  private static final List<String> FILES = List.of("python_worker.py", "numba_loops.py");

  private final Path folder;
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final String versions;
  private long checksum;

  /** How the results of those who take part in the cell compare with NumPy's. */
  private final Map<String, String> agreements = new LinkedHashMap<>();

  private PythonPeers(Path folder, Process process) throws IOException {
    this.folder = folder;
    this.process = process;
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    String first = answers.readLine();
    if (first == null) {
      throw new IOException("Python ended at once");
    }
    versions = first;
  }

  /**
   * Starts it; null where there is no Python with NumPy.
   *
   * @param python the Python whose libraries are measured; null for the one on the path, and of it
   *     NumPy alone
   */
  public static @Nullable PythonPeers start(@Nullable Path python) throws IOException {
    Path folder = Files.createTempDirectory("cumulus-bench");
    try {
      for (String name : FILES) {
        try (InputStream file =
            Objects.requireNonNull(PythonPeers.class.getResourceAsStream(name))) {
          Files.copy(file, folder.resolve(name));
        }
      }
      ProcessBuilder worker =
          new ProcessBuilder(
              python == null ? "python3" : python.toString(),
              "-B", // leaves nothing in the folder
              folder.resolve(FILES.getFirst()).toString(),
              python == null ? WARM : "all");
      return new PythonPeers(folder, worker.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException error) {
      delete(folder);
      if (python != null) {
        throw error;
      }
      System.err.println("without NumPy, which did not start: " + error.getMessage());
      return null;
    }
  }

  /** The libraries and their versions. */
  public String versions() {
    return versions;
  }

  /** Each library as a contestant; the first of them to enter a cell prepares it for all. */
  public List<Contestant> contestants() {
    List<String> present = Stream.of(versions.split("; ")).map(PythonPeers::title).toList();
    return TITLES.stream()
        .filter(title -> present.contains(title) || title.equals(FRESH))
        .<Contestant>map(Library::new)
        .toList();
  }

  private static String title(String version) {
    return version.substring(0, version.indexOf(' '));
  }

  /** A library, or one way to call it. */
  private final class Library implements Contestant {
    private final String title;

    Library(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** It is compiled code, and has scanned the cell once. */
    @Override
    public boolean isWarm() {
      return true;
    }

    @Override
    public @Nullable Timed enter(Workload workload) {
      if (title.equals(WARM)) {
        prepare(workload);
      }
      String agreement = agreements.get(title);
      if (agreement == null) {
        return null;
      } else if (agreement.equals("wrong")) {
        System.err.println("without " + title + ", whose results are wrong");
        return null;
      }
      return seconds -> Double.parseDouble(ask("time %s %s".formatted(seconds, title)));
    }
  }

  /** Makes the arrays of a cell, and lets each library scan it once. */
  public void prepare(Workload workload) {
    Cell cell = workload.cell();
    String answer =
        ask(
            String.join(
                " ",
                "cell",
                cell.dtype().name(),
                cell.axisText(),
                cell.layout().text(),
                cell.operation(),
                workload.file().toString()));
    List<String> parts = new ArrayList<>(List.of(answer.split("; ")));
    checksum = Long.parseLong(parts.removeFirst());
    agreements.clear();
    for (String part : parts) {
      int space = part.lastIndexOf(' ');
      agreements.put(part.substring(0, space), part.substring(space + 1));
    }
  }

  /** Whether this is a library whose results in the cell are NumPy's but for rounding. */
  public boolean isClose(String title) {
    return "close".equals(agreements.get(title));
  }

  /** Fails unless results have the very bits of NumPy's, or are close where bits may differ. */
  public void check(Workload workload, NDArray results) throws IOException {
    if (Checksum.of(results) == checksum) {
      return;
    }
    Path file = folder.resolve("results.npy");
    Npy.write(file, results);
    String answer = ask("close " + file);
    Files.delete(file);
    boolean mayDiffer = workload.cell().operation().equals("logaddexp");
    if (!answer.equals("bits") && !(mayDiffer && answer.equals("close"))) {
      throw new AssertionError("NumPy has other bits in " + workload.cell().id());
    }
  }

  /** Whether NumPy has it, for the dtype of the cell. */
  public boolean has(Work work) {
    return Boolean.parseBoolean(ask("has " + work.name()));
  }

  /** Fails unless results have the very bits of NumPy's, if they should. */
  public void check(Workload workload, Work work) {
    long bits = Long.parseLong(ask("bits " + work.name()));
    int axis = Objects.requireNonNull(workload.cell().axis());
    if (work.hasBits()
        && Checksum.of((NDArray) work.call().apply(workload.input(), axis)) != bits) {
      throw new AssertionError(
          "NumPy has other bits in " + workload.cell().id() + ", " + work.name());
    }
  }

  /** Times it, with a fresh result. */
  public Timed timed(Work work) {
    return seconds -> Double.parseDouble(ask("work " + work.name() + " " + seconds));
  }

  private String ask(String request) {
    try {
      requests.write(request);
      requests.newLine();
      requests.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("Python's process ended at: " + request);
      }
      return answer;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.destroy();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }
}
