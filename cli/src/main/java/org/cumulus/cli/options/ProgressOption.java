package org.cumulus.cli.options;

import org.cumulus.cli.console.Console;
import org.cumulus.cli.output.Progress;
import org.cumulus.cli.output.TerminalProgress;
import picocli.CommandLine.Option;

/** The option to show no progress. */
public final class ProgressOption {
  /** Set by the launchers if standard error is a terminal; Java cannot tell that. */
  private static final String TERMINAL = "cumulus.terminal";

  @Option(
      names = {"-q", "--quiet"},
      description = "show no progress bar; long work shows one on a terminal")
  private boolean quiet;

  /** Where progress is shown. */
  public Progress.Display display(Console console) {
    if (quiet || !Boolean.getBoolean(TERMINAL)) {
      return (_, _) -> Progress.SILENT;
    }
    return (task, totalBytes) ->
        new TerminalProgress(task, totalBytes, console.err(), System::nanoTime);
  }
}
