package org.cumulus.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cumulus.cli.commands.CompletionCommand;
import org.cumulus.cli.commands.DiffCommand;
import org.cumulus.cli.commands.InfoCommand;
import org.cumulus.cli.commands.ScanCommand;
import org.cumulus.cli.commands.ScanFunction;
import org.cumulus.cli.commands.TableCommand;
import org.cumulus.cli.commands.Version;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.StandardOutput;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.options.Converters;
import org.cumulus.cli.options.NegativeNumbers;
import org.cumulus.cli.options.UsageFailures;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The {@code cumulus} command. */
@Command(
    name = "cumulus",
    header = "Cumulative sums: NumPy's cumsum, to the bit.%n",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    synopsisHeading = "Usage: ",
    customSynopsis = "cumulus COMMAND ...     (for more: cumulus COMMAND --help)",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  cumulus cumsum 10                               prints [10]",
      "  cumulus cumsum '[[2,4,6],[1,3,5]]'              prints [ 2  6 12 13 16 21]",
      "  cumulus cumsum rain.csv -c precipitation        one column of a table",
      "  cumulus cumsum a.npy --axis 0 -o sums.npy       to a file",
      "  cumulus info sums.npy                           what is in a file",
      "  cumulus table t.csv --sum amount                a new column of a table",
      "  cumulus spark --help                            tables on Spark (in a clone)",
      "",
      "Exit code: 0 done; 1 data or machine failed; 2 the command line is wrong."
    })
public final class Main {
  /** What Java puts in place of bytes that are not text. */
  private static final char UNREADABLE = '\uFFFD';

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(System.in, output, err, arguments);
    IOException failure = output.failure();
    if (failure != null) {
      err.println("cumulus: standard output: " + Failures.reason(failure));
      exitCode = Failures.DATA;
    }
    System.exit(exitCode);
  }

  /** Runs the command without ending the process, so that tests and the cache's training can. */
  static int run(InputStream in, OutputStream bytes, PrintWriter err, String... arguments) {
    PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
    Console console = new Console(in, out, bytes, err);
    CommandLine command =
        withScans(new CommandLine(new Main()), console, arguments)
            .addSubcommand(new InfoCommand(console))
            .addSubcommand(new CompletionCommand(console))
            .addSubcommand(new HelpCommand())
            .setOut(console.out())
            .setErr(console.err())
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((failure, _) -> report(console, failure))
            .setExecutionExceptionHandler((failure, _, _) -> report(console, failure));
    Converters.readIntegers(command);
    try {
      checkAreText(arguments);
      return command.execute(NegativeNumbers.behindOptions(command, arguments));
    } catch (UsageException | VirtualMachineError failure) {
      return report(console, failure);
    } finally {
      out.flush();
    }
  }

  /** Refuses what Java could not read: a file of such a name would be another one. */
  private static void checkAreText(String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf(UNREADABLE) >= 0) {
        throw new UsageException(
            Failures.quoted(argument)
                + " has bytes that are not "
                + System.getProperty("sun.jnu.encoding", "text")
                + ": expected names in the encoding of the locale");
      }
    }
  }

  /**
   * Adds the commands that scan; if one of them is meant, it alone, as each costs time to set up.
   */
  private static CommandLine withScans(CommandLine root, Console console, String... arguments) {
    if (arguments.length > 0 && List.of("table", "spark").contains(arguments[0])) {
      return root.addSubcommand(new TableCommand(console));
    }
    ScanFunction meant = arguments.length == 0 ? null : ScanFunction.of(arguments[0]);
    for (ScanFunction function : ScanFunction.values()) {
      if (meant == null || function == meant) {
        root.addSubcommand(function.command(), ScanCommand.of(function, console));
      }
    }
    return meant == null
        ? root.addSubcommand(new DiffCommand(console)).addSubcommand(new TableCommand(console))
        : root;
  }

  private static int report(Console console, Throwable failure) {
    console.err().println(UsageFailures.line(failure));
    return UsageFailures.exitCode(failure);
  }
}
