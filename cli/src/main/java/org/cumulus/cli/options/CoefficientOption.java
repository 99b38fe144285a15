package org.cumulus.cli.options;

import java.io.IOException;
import org.cumulus.NDArray;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.text.TextFormat;
import picocli.CommandLine.Option;

/** What {@code recurrence} multiplies the result before by. */
public final class CoefficientOption {
  @Option(
      names = {"-k", "--coefficient"},
      paramLabel = "A",
      required = true,
      description =
          "what the previous result is multiplied by: a number, or an array that broadcasts to"
              + " INPUT's shape; a literal or a file, like INPUT")
  private String coefficient = "";

  /** The coefficient, or an array of them. */
  public NDArray load(Console console, TextFormat texts) throws IOException {
    return new ArrayArgument("--coefficient", coefficient, texts).load(console, null);
  }
}
