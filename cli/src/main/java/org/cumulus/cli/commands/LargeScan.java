package org.cumulus.cli.commands;

import java.io.IOException;
import java.util.function.LongConsumer;
import org.cumulus.cli.files.Output;
import org.cumulus.cli.large.Budget;
import org.cumulus.cli.large.FileScan;
import org.cumulus.cli.large.Report;
import org.cumulus.cli.large.ScanRequest;
import org.cumulus.cli.output.Progress;
import org.cumulus.cli.sources.Source;
import org.jspecify.annotations.Nullable;

/** Scans an input in parts, and shows how far it has come. */
final class LargeScan {
  private final Budget budget;
  private final Progress.Display display;

  LargeScan(long memory, Progress.Display display) {
    budget = new Budget(memory);
    this.display = display;
  }

  Report run(ScanRequest request, Source source, Output output) throws IOException {
    try (Passes passes = new Passes()) {
      return FileScan.run(request, source, output, budget, passes);
    }
  }

  /** Shows one pass after the other. */
  private final class Passes implements FileScan.Observer, AutoCloseable {
    private @Nullable Progress current;

    @Override
    public LongConsumer passBegins(String task, long bytes) {
      close();
      Progress next = display.start(task, bytes);
      current = next;
      return next::advance;
    }

    @Override
    public void close() {
      if (current != null) {
        current.close();
      }
    }
  }
}
