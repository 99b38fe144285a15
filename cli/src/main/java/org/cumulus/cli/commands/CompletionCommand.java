package org.cumulus.cli.commands;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cumulus completion}. */
@Command(
    name = "completion",
    header = "A script that lets a shell complete commands and options.",
    customSynopsis = "%nUsage: cumulus completion SHELL",
    synopsisHeading = "",
    description = "%nPrints the script, for the shell to read when it starts.%n",
    footer = {
      "",
      "Examples:",
      "  cumulus completion bash > ~/.local/share/bash-completion/completions/cumulus",
      "  echo 'source <(cumulus completion zsh)' >> ~/.zshrc",
    })
public final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      description = "bash or zsh, which read the same script")
  private String shell = "";

  public CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!new Shells().contains(shell)) {
      throw new UsageException(
          Failures.quoted(shell) + ": expected one of " + String.join(", ", new Shells()));
    }
    CommandLine root = spec.root().commandLine();
    console.out().print(AutoComplete.bash("cumulus", root));
    return 0;
  }

  /** The shells that can be completed. */
  static final class Shells extends ArrayList<String> {
    @Serial private static final long serialVersionUID = 1;

    Shells() {
      super(List.of("bash", "zsh"));
    }
  }
}
