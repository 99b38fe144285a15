package org.cumulus.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a golden file: lines of comment, one of which states the number of cases, then a case a
 * line.
 */
public final class GoldenFile {
  private static final String COUNT = "# cases: ";

  private GoldenFile() {}

  /**
   * The cases of a file.
   *
   * @throws AssertionError if they are not as many as the file says, or none
   */
  public static List<String> cases(String name) {
    List<String> lines = text(name).lines().toList();
    List<String> cases = lines.stream().filter(line -> !line.startsWith("# ")).toList();
    int stated =
        lines.stream()
            .filter(line -> line.startsWith(COUNT))
            .mapToInt(line -> Integer.parseInt(line.substring(COUNT.length())))
            .sum();
    if (cases.isEmpty() || cases.size() != stated) {
      throw new AssertionError(name + " has " + cases.size() + " cases, states " + stated);
    }
    return cases;
  }

  private static String text(String name) {
    try (InputStream in = GoldenFile.class.getResourceAsStream("/org/cumulus/golden/" + name)) {
      if (in == null) {
        throw new AssertionError("no golden file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
