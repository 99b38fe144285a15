package org.cumulus.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;

/**
 * Runs the command a few times and throws the results away, so that the JVM learns which classes
 * the command needs. The launcher starts it once after a build to make the start-up cache; nothing
 * else uses it.
 */
final class Training {
  private static final String TABLE = "day,rain\n2012-01-01,0.5\n2012-01-02,1.5\n";

  private Training() {}

  /** Enough for the JVM to see which loops are hot. */
  private static final NDArray LARGE = NDArray.zeros(DType.FLOAT64, 4096, 512);

  /** What users type most: each kind of input once, a large file along its axes, and a mistake. */
  private static List<List<String>> commands(String array, String large) {
    List<String> inParts = List.of("cumsum", large, "--memory", "8M", "-o", array);
    return List.of(
        with(inParts, "--axis", "0"),
        with(inParts, "--axis", "1"),
        with(inParts),
        List.of("cumsum", "10"),
        List.of("cumsum", "[[2,4,6],[1,3,5]]", "--axis", "1"),
        List.of("cumsum", "[1.5, -2e3]", "-o", array),
        List.of("cumsum", array),
        List.of("info", array),
        List.of("cumsum", "-", "--column", "rain"),
        List.of("table", "-", "--sum", "rain", "--partition-by", "day", "--order-by", "day"),
        List.of("--help"),
        List.of("no-such-command"));
  }

  private static List<String> with(List<String> command, String... options) {
    return Stream.concat(command.stream(), Stream.of(options)).toList();
  }

  /** Runs all of them; their exit codes do not matter, but exiting is a part of the command too. */
  public static void main(String[] arguments) throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    PrintWriter errors = new PrintWriter(nowhere, false, StandardCharsets.UTF_8);
    Path array = Files.createTempFile("cumulus", ".npy");
    Path large = Files.createTempFile("cumulus", ".npy");
    Npy.write(large, LARGE);
    for (List<String> command : commands(array.toString(), large.toString())) {
      InputStream in = new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8));
      int _ = Main.run(in, nowhere, errors, command.toArray(String[]::new));
    }
    Files.delete(array);
    Files.delete(large);
    System.exit(0);
  }
}
