package org.cumulus.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code cumulus} command; for now it only says its input back. */
@Command(
    name = "cumulus",
    description = "Cumulative sums: NumPy's cumsum, to the bit.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT)
public final class Main {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs the command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(out, err, arguments);
    out.flush();
    if (exitCode != 0) { // System.exit loads the JVM's loggers, a few milliseconds
      System.exit(exitCode);
    }
  }

  /** Runs the command without ending the process, so that tests and the cache's training can. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main()).setOut(out).setErr(err).execute(arguments);
  }

  @Command(name = "cumsum", description = "The cumulative sum of INPUT.")
  void cumsum(
      @Parameters(paramLabel = "INPUT", description = "a literal, a file, or - for standard input")
          String input,
      @Option(names = "--axis", paramLabel = "N", description = "the axis to sum along")
          Integer axis) {
    spec.commandLine().getOut().println(input + " " + axis);
  }
}
