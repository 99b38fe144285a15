package org.cumulus.cli;

import java.io.IOException;
import java.util.List;
import org.cumulus.DType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that every command has which reads an array. */
final class InputArguments {
  @Parameters(
      paramLabel = "INPUT",
      description = {
        "a literal   10, '[[2,4,6],[1,3,5]]', '(1+2j, 3)'",
        "a file      .npy, .npz, .npz:KEY, .csv, .tsv, .txt",
        "-           standard input, any of these",
        "A literal is never taken for a file: that is ./10."
      })
  private String text = "";

  @Option(
      names = {"-c", "--column"},
      paramLabel = "NAME|N",
      split = ",",
      splitSynopsisLabel = ",",
      description = "the columns of a text to read, by name or by number from 1")
  private @Nullable List<String> columns;

  @Option(
      names = "--shape",
      paramLabel = "N,...",
      split = ",",
      splitSynopsisLabel = ",",
      description =
          "INPUT is raw binary, of this shape in C order and of --dtype or --input-dtype; one N may"
              + " be -1")
  private long @Nullable [] shape;

  @Option(
      names = "--input-dtype",
      paramLabel = "T",
      converter = DTypeConverter.class,
      description = "the dtype of raw binary, if --dtype is another")
  private @Nullable DType inputDtype;

  /**
   * What INPUT names.
   *
   * @param dtype the dtype to compute in, if it is known
   */
  Input input(@Nullable DType dtype) throws IOException {
    DType elements = inputDtype == null ? dtype : inputDtype;
    if (shape == null) {
      if (inputDtype != null) {
        throw new UsageException("--input-dtype is for raw binary: expected --shape, too");
      }
      return Input.of(text);
    }
    if (elements == null) {
      throw new UsageException("--shape: raw binary needs a dtype: expected --dtype, too");
    }
    return RawInput.of(text, elements, shape);
  }

  /** The columns of a text to read; null for all. */
  @Nullable List<String> columns() {
    return columns;
  }

  /**
   * What the input is called, for a title: a file without its folder, and the columns read of it.
   */
  String title() {
    String name = text.equals("-") ? "standard input" : text.substring(text.lastIndexOf('/') + 1);
    String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
    return columns == null ? shown : shown + " (" + String.join(", ", columns) + ")";
  }

  /** The loader for the input; {@code dtype} is the one to compute in, if it is known. */
  Loader loader(Console console, @Nullable DType dtype) {
    return new Loader(console, dtype, columns);
  }
}
