package org.cumulus.cli.options;

import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.text.Delimiter;
import org.cumulus.cli.text.FirstLine;
import org.cumulus.cli.text.NumberStyle;
import org.cumulus.cli.text.TextFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How texts are written: INPUT and the files that options name. */
final class TextOptions {
  @Option(
      names = "--header",
      negatable = true,
      description =
          "the first line of a text has the names of its columns, or does not (default: it does"
              + " if one of its cells is a word, or none is a number)")
  private @Nullable Boolean hasHeader;

  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description =
          "what separates the cells of a text: one character, or tab; a blank is any number of"
              + " blanks (default: the comma, tab, semicolon or | that divides the first lines"
              + " alike, or what a first line such as sep=; says)")
  private @Nullable String delimiter;

  @Option(
      names = "--comment",
      paramLabel = "C",
      description =
          "lines of a text that begin with this character are comments (default: # where only"
              + " blanks separate cells, else none)")
  private @Nullable String comment;

  @Option(
      names = "--decimal",
      paramLabel = "C",
      description = "the decimal point of numbers in a text: , as in 0,5 (default: .)")
  private @Nullable String decimal;

  @Option(
      names = "--thousands",
      paramLabel = "C",
      description =
          "what may separate groups of three digits in a text: , as in 1,000; a blank is any kind"
              + " of blank")
  private @Nullable String thousands;

  /**
   * How texts are written, as far as it is given.
   *
   * @throws UsageException if the options contradict one another
   */
  TextFormat format() {
    char point = decimal == null ? '.' : ofNumbers("--decimal", decimal);
    char groups = thousands == null ? NumberStyle.NONE : ofNumbers("--thousands", thousands);
    if (point == groups) {
      throw new UsageException(
          "--thousands %s is the decimal point: expected another --decimal, too"
              .formatted(Failures.quoted(String.valueOf(groups))));
    }
    Delimiter between = delimiter == null ? null : new Delimiter(delimiter(delimiter));
    Character ofComments = comment == null ? null : character("--comment", comment);
    if (between != null && ofComments != null && between.character() == ofComments) {
      throw new UsageException("--delimiter and --comment are the same character");
    }
    return new TextFormat(between, ofComments, new NumberStyle(point, groups), firstLine());
  }

  private FirstLine firstLine() {
    if (hasHeader == null) {
      return FirstLine.UNKNOWN;
    }
    return hasHeader ? FirstLine.NAMES : FirstLine.DATA;
  }

  private static char delimiter(String text) {
    return text.equals("\\t") || text.equals("tab") ? '\t' : character("--delimiter", text);
  }

  private static char ofNumbers(String option, String text) {
    char c = character(option, text);
    if (Character.isLetterOrDigit(c) || c == '+' || c == '-') {
      throw new UsageException(
          "%s: %s is a part of numbers already: expected another character"
              .formatted(option, Failures.quoted(text)));
    }
    return c;
  }

  private static char character(String option, String text) {
    boolean isOne = text.length() == 1 && !Character.isSurrogate(text.charAt(0));
    if (!isOne || "\"\n\r\0\uFFFF".contains(text)) {
      throw new UsageException(
          "%s: %s: expected one character, but no quote or line break"
              .formatted(option, Failures.quoted(text)));
    }
    return text.charAt(0);
  }
}
