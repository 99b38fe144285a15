package org.cumulus.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.cli.cells.MissingCells;
import org.cumulus.cli.cells.TextColumn;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.DataException;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.input.Loader;
import org.cumulus.cli.input.TextLoader;
import org.cumulus.cli.literal.Literal;
import org.cumulus.cli.literal.LiteralException;
import org.cumulus.cli.text.TextFormat;
import org.jspecify.annotations.Nullable;

/**
 * An array that an option names: a literal or a file as INPUT may be, numbers with commas between
 * them, or a column of a text, {@code FILE.csv:COLUMN}.
 *
 * @param option its name, for messages
 * @param text what the user has written
 * @param texts how a text is written
 */
public record ArrayArgument(String option, String text, TextFormat texts) {
  public ArrayArgument {
    if (text.isBlank()) {
      throw new UsageException(option + " is empty: expected a literal or a file");
    }
    if (text.equals("-")) {
      throw new UsageException(option + ": standard input is for INPUT, expected a file");
    }
  }

  /**
   * The array.
   *
   * @param dtype what a text is read for; null for one that holds all numbers
   */
  public NDArray load(Console console, @Nullable DType dtype) throws IOException {
    String column = column();
    List<String> columns = column == null ? null : List.of(column.strip());
    TextRequest request = new TextRequest(dtype, columns, texts, MissingCells.REFUSED);
    NDArray array = new Loader(console, request).load(input()).array();
    return isText() ? listed(array) : array;
  }

  /** A text of one line is a list, and of one cell a number. */
  private static NDArray listed(NDArray table) {
    int dimensions = table.ndim();
    return dimensions > 0 && table.shape()[0] == 1 ? table.select(0, 0) : table;
  }

  /** The same in one dimension; a single number is one of length 1. */
  NDArray loadLine(Console console, @Nullable DType dtype) throws IOException {
    NDArray array = load(console, dtype);
    if (array.ndim() > 1) {
      throw new UsageException(
          "%s: %d dimensions, expected one%s"
              .formatted(option, array.ndim(), isText() ? ", as FILE:COLUMN" : ""));
    }
    return array.reshape(array.size());
  }

  /** Whether it is meant as an array of its own, and not as the name of a column of INPUT. */
  boolean isArray() {
    if (Literal.opensSequence(text)
        || ending() >= 0
        || text.indexOf('/') >= 0
        || text.equals("-")
        || FileFormat.ofName(text) != FileFormat.UNKNOWN) {
      return true;
    }
    try {
      Input _ = text.indexOf(',') < 0 ? Input.of(text) : numbers();
      return true;
    } catch (DataException | UsageException none) {
      return false;
    }
  }

  /** Whether it is a file of lines of cells, which need not be numbers. */
  boolean isText() {
    return FileFormat.ofName(file()).isText() && Files.isRegularFile(Path.of(file()));
  }

  /** The cells of a column of a text: by value if all are numbers, else as they stand. */
  List<String> keys() throws IOException {
    return Loader.named(
        file(),
        () -> {
          try (InputStream in = Files.newInputStream(Path.of(file()))) {
            String column = column();
            return TextColumn.readKeys(
                TextLoader.reader(in),
                FileFormat.ofName(file()).textKind(),
                texts,
                column == null ? null : column.strip());
          }
        });
  }

  /** What stands before the column of a text, if one is named. */
  private String file() {
    String column = column();
    return column == null ? text : text.substring(0, text.length() - column.length() - 1);
  }

  /** The column of a text that is named; null if none is. */
  private @Nullable String column() {
    int colon = text.indexOf(':', Math.max(0, ending()));
    if (ending() < 0 || colon < 0 || Files.exists(Path.of(text))) {
      return null;
    }
    return Files.isRegularFile(Path.of(text.substring(0, colon)))
        ? text.substring(colon + 1)
        : null;
  }

  /** Where the ending of a file of text begins that has a colon behind it; negative if none has. */
  private int ending() {
    int place = -1;
    for (String ending : List.of(".csv:", ".tsv:", ".txt:")) {
      place = Math.max(place, text.indexOf(ending));
    }
    return place;
  }

  private Input numbers() {
    try {
      return new Input.Written(Literal.parse("[" + text + "]"));
    } catch (LiteralException | IllegalArgumentException none) {
      throw new UsageException(
          Failures.quoted(text)
              + " is neither a file nor numbers"
              + (option.equals("--by") ? ": words need a file, as FILE.csv:COLUMN" : ""));
    }
  }

  private Input input() throws IOException {
    try {
      boolean isList =
          text.indexOf(',') >= 0 && !Literal.opensSequence(text) && !Files.exists(Path.of(file()));
      if (isList) {
        return numbers();
      }
      return Input.of(file());
    } catch (UsageException noLiteral) {
      throw new UsageException(option + ": " + noLiteral.getMessage());
    }
  }
}
