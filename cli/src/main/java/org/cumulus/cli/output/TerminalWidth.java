package org.cumulus.cli.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How many columns the terminal has. */
public final class TerminalWidth {
  private static final int USUAL = 80;

  private TerminalWidth() {}

  /** Asks the system's {@code stty}, as Java cannot tell; 80 if that cannot either. */
  static int get() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return parse(answer);
    } catch (IOException noTerminal) {
      return USUAL;
    }
  }

  /** Reads {@code "24 80\n"}, the rows and the columns. A terminal may have none, and say 0. */
  public static int parse(String answer) {
    String[] numbers = answer.strip().split(" ", -1);
    boolean known = numbers.length == 2 && numbers[1].matches("[1-9][0-9]{0,4}");
    return known ? Integer.parseInt(numbers[1]) : USUAL;
  }
}
