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

  Input input() throws IOException {
    return Input.of(text);
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
