package org.cumulus.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cumulus.cli.files.Interruption;
import org.jspecify.annotations.Nullable;

/**
 * A bar on a terminal: the share of the bytes that are done, their rate and the time left. It comes
 * when the work has taken a second, and goes with it.
 */
public final class TerminalProgress implements Progress {
  private static final long PATIENCE_NANOS = 1_000_000_000;
  private static final int UPDATE_MILLIS = 200;
  private static final String ERASED_LINE = "\r\033[K";

  private final String task;
  private final long totalBytes;
  private final PrintWriter terminal;
  private final LongSupplier nanoTime;
  private final long started;
  private long done;
  private @Nullable ProgressBar bar;
  private @Nullable Line line;
  private final Supplier<String> lastAct = this::wipe;

  /** Begins to wait; {@code nanoTime} is {@link System#nanoTime}, but for tests. */
  public TerminalProgress(
      String task, long totalBytes, PrintWriter terminal, LongSupplier nanoTime) {
    this.task = task;
    this.totalBytes = totalBytes;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    started = nanoTime.getAsLong();
  }

  @Override
  public void advance(long bytes) {
    done += bytes;
    if (bar != null) {
      bar.stepTo(done);
    } else if (nanoTime.getAsLong() - started >= PATIENCE_NANOS) {
      line = new Line(terminal, TerminalWidth.get());
      bar = begin(line);
      Interruption.expect(lastAct);
    }
  }

  private ProgressBar begin(Line where) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(totalBytes)
        .startsFrom(done, Duration.ofNanos(nanoTime.getAsLong() - started))
        .setUnit(" MiB", 1 << 20)
        .showSpeed()
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .continuousUpdate()
        .setConsumer(where)
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      Interruption.settle(lastAct, this::wipe);
    }
  }

  /** So that what is written next stands alone in its line. */
  private String wipe() {
    if (line != null) {
      line.close();
    }
    return "";
  }

  /**
   * The line of the terminal that the bar is written to, again and again. The bar writes from a
   * thread of its own, and once more after it was closed; then nothing is written any more.
   */
  private static final class Line implements ProgressBarConsumer {
    private final PrintWriter terminal;
    private final int width;
    private boolean closed;

    Line(PrintWriter terminal, int width) {
      this.terminal = terminal;
      this.width = width;
    }

    @Override
    public int getMaxRenderedLength() {
      return width - 3; // Ctrl-C adds ^C; in the last column some terminals begin a new line.
    }

    @Override
    public synchronized void accept(String bar) {
      if (!closed) {
        terminal.print(ERASED_LINE + bar.stripTrailing());
        terminal.flush();
      }
    }

    @Override
    public synchronized void close() {
      accept("");
      closed = true;
    }
  }
}
