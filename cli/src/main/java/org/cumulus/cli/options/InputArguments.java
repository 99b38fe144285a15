package org.cumulus.cli.options;

import java.io.IOException;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.cli.cells.MissingCells;
import org.cumulus.cli.cells.TextRequest;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.input.Loader;
import org.cumulus.cli.input.RawInput;
import org.cumulus.cli.input.Shape;
import org.cumulus.cli.text.TextFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that every command has which reads an array. */
public final class InputArguments {
  @Parameters(
      paramLabel = "INPUT",
      description = {
        "a literal   10, '[[2,4,6],[1,3,5]]', '(1+2j, 3)'",
        "a file      .npy, .npz, .npz:KEY, .csv, .tsv, .txt",
        "-           standard input, any of these",
        "10 is the literal, ./10 a file of that name."
      })
  private String text = "";

  @Option(
      names = {"-c", "--column"},
      paramLabel = "NAME|N,...",
      hideParamSyntax = true,
      description =
          "the columns of a text to read, by name or by number from 1; a name with a comma goes"
              + " in double quotes: '\"wind, max\",2'")
  private @Nullable List<String> columns;

  @Mixin private TextOptions texts = new TextOptions();

  @Option(
      names = "--shape",
      paramLabel = "N,...",
      converter = Converters.ToShape.class,
      description =
          "INPUT is raw binary of this shape, in C order, and of --input-dtype; one N may be -1")
  private @Nullable Shape shape;

  @Option(
      names = "--input-dtype",
      paramLabel = "T",
      converter = Converters.ToDType.class,
      description = "the dtype of raw binary (default: --dtype, where there is one)")
  private @Nullable DType inputDtype;

  /** What stands on the command line for INPUT. */
  public String text() {
    return text;
  }

  /** What INPUT names, of a command that has no option for the dtype to compute in. */
  public Input input() throws IOException {
    return input(null, "--input-dtype");
  }

  /**
   * What INPUT names.
   *
   * @param dtype the dtype to compute in, if {@code --dtype} gives one
   */
  public Input input(@Nullable DType dtype) throws IOException {
    return input(dtype, "--dtype");
  }

  private Input input(@Nullable DType dtype, String option) throws IOException {
    DType elements = inputDtype == null ? dtype : inputDtype;
    if (shape == null) {
      if (inputDtype != null) {
        throw new UsageException("--input-dtype is for raw binary: expected --shape, too");
      }
      return Input.of(text);
    }
    if (elements == null) {
      throw new UsageException("--shape: raw binary needs a dtype: expected " + option + ", too");
    }
    return RawInput.of(text, elements, shape);
  }

  /** How texts are written. */
  public TextFormat textFormat() {
    return texts.format();
  }

  /**
   * What to read of a text.
   *
   * @param dtype the dtype to compute in, if it is known
   * @throws UsageException if the columns are no list of names
   */
  public TextRequest textRequest(@Nullable DType dtype, MissingCells missing) {
    return new TextRequest(dtype, columnNames(), textFormat(), missing);
  }

  /** The columns of a text to read; null for all. */
  public @Nullable List<String> columnNames() {
    return columns == null
        ? null
        : columns.stream().flatMap(list -> ColumnNames.parse("--column", list).stream()).toList();
  }

  /**
   * What the input is called, for a title: a file without its folder, and the columns read of it.
   */
  public String title() {
    String name = text.equals("-") ? "standard input" : text.substring(text.lastIndexOf('/') + 1);
    String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
    List<String> names = columnNames();
    return names == null ? shown : shown + " (" + String.join(", ", names) + ")";
  }

  /** The loader for the input of a command that computes in whatever dtype that has. */
  public Loader loader(Console console) {
    return new Loader(console, textRequest(null, MissingCells.REFUSED));
  }
}
