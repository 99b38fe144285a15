package org.cumulus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cumulus.npy.Npz;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cumulus info}. */
@Command(
    name = "info",
    header = "The dtype, shape, layout and first and last elements of an array.",
    customSynopsis = "%nUsage: cumulus info INPUT [--column=NAME|N,...]",
    synopsisHeading = "",
    description = "%nOf an .npy file no more is read than that; an .npz shows all its members.%n",
    footer = {
      "",
      "Examples:",
      "  cumulus info sums.npy",
      "  cumulus info arrays.npz",
      "  cumulus info rain.csv --column precipitation,wind",
    })
final class InfoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private InputArguments arguments = new InputArguments();

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Input input = arguments.input();
    if (input instanceof Input.Stored(Path file, String key) && key == null && isArchive(file)) {
      Loader.named(file.toString(), () -> Npz.headers(file))
          .forEach((name, header) -> print(name, ArrayReport.of(header)));
    } else {
      Loaded loaded = arguments.loader(console, null).load(input);
      ArrayReport.of(loaded).forEach(console.out()::println);
    }
    return 0;
  }

  private static boolean isArchive(Path file) {
    return FileFormat.ofName(file.toString()) == FileFormat.NPZ && Files.isRegularFile(file);
  }

  private void print(String name, List<String> lines) {
    console.out().println(name + ":");
    lines.forEach(line -> console.out().println("  " + line));
  }
}
