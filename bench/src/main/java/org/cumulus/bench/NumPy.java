package org.cumulus.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * NumPy in a Python process of its own, which does the same cells and sleeps while the others run.
 */
final class NumPy implements AutoCloseable {
  /** The heading of NumPy with {@code out}. */
  static final String WARM = "NumPy";

  /** The heading of NumPy without {@code out}. */
  static final String FRESH = "NumPy, fresh";

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final String version;
  private long checksum;

  private NumPy(Process process) throws IOException {
    this.process = process;
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    String first = answers.readLine();
    if (first == null) {
      throw new IOException("Python ended at once");
    }
    version = first;
  }

  /** Starts it; null where there is no Python with NumPy. */
  static @Nullable NumPy start() {
    try (InputStream file =
        Objects.requireNonNull(NumPy.class.getResourceAsStream("numpy_worker.py"))) {
      String program = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      ProcessBuilder python = new ProcessBuilder("python3", "-c", program);
      return new NumPy(python.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException error) {
      System.err.println("without NumPy, which did not start: " + error.getMessage());
      return null;
    }
  }

  String version() {
    return version;
  }

  /** NumPy as two contestants; the first of them to enter a cell prepares it for both. */
  List<Contestant> contestants() {
    return List.of(new Way(WARM, "warm"), new Way(FRESH, "fresh"));
  }

  private final class Way implements Contestant {
    private final String title;
    private final String command;

    Way(String title, String command) {
      this.title = title;
      this.command = command;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public Timed enter(Workload workload) {
      if (title.equals(WARM)) {
        prepare(workload);
      }
      return seconds -> Double.parseDouble(ask(command + " " + seconds));
    }
  }

  /** Makes the arrays of a cell, and the sum once. */
  void prepare(Workload workload) {
    Cell cell = workload.cell();
    checksum =
        Long.parseLong(
            ask(
                String.join(
                    " ",
                    "cell",
                    cell.dtype().name(),
                    cell.shapeText(),
                    cell.axisText(),
                    cell.layout().text(),
                    workload.file().toString())));
  }

  /** Fails unless sums have the very bits of NumPy's. */
  void check(Cell cell, long sums) {
    if (sums != checksum) {
      throw new AssertionError("NumPy has other bits in " + cell.id());
    }
  }

  /** Whether NumPy has it, for the dtype of the cell. */
  boolean has(Work work) {
    return Boolean.parseBoolean(ask("has " + work.name()));
  }

  /** Fails unless results have the very bits of NumPy's, if they should. */
  void check(Workload workload, Work work) {
    long bits = Long.parseLong(ask("bits " + work.name()));
    int axis = Objects.requireNonNull(workload.cell().axis());
    if (work.hasBits()
        && Workload.checksum((NDArray) work.call().apply(workload.input(), axis)) != bits) {
      throw new AssertionError(
          "NumPy has other bits in " + workload.cell().id() + ", " + work.name());
    }
  }

  /** Times it, with a fresh result. */
  Timed timed(Work work) {
    return seconds -> Double.parseDouble(ask("work " + work.name() + " " + seconds));
  }

  private String ask(String request) {
    try {
      requests.write(request);
      requests.newLine();
      requests.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("NumPy's process ended at: " + request);
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
  }
}
