package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the README's Java, and compares what it prints with its comments. */
class ReadmeTest {
  @Test
  void theJavaOfTheReadmePrintsWhatItsCommentsSay(@TempDir Path folder) throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```java\n") + "```java\n".length();
    List<String> lines = readme.substring(start, readme.indexOf("```", start)).lines().toList();
    List<String> expected = comments(lines);
    assertTrue(expected.size() >= 8, "comments of " + lines);
    String printed = JavaExample.printed(program(lines), folder, "the README's Java");
    assertEquals(expected, printed.lines().toList());
  }

  private static String program(List<String> lines) {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (String line : lines) {
      (line.startsWith("import ") ? imports : body).append(line).append('\n');
    }
    return imports
        + "public class Example { public static void main(String[] none) {\n"
        + body
        + "}}";
  }

  /** The comments behind statements that print, and the lines of nothing but comment after them. */
  private static List<String> comments(List<String> lines) {
    List<String> comments = new ArrayList<>();
    boolean prints = false;
    for (String line : lines) {
      int comment = line.indexOf("// ");
      boolean isStatement = !line.isBlank() && !line.strip().startsWith("//");
      prints = isStatement ? line.contains("println") : prints;
      if (prints && comment >= 0) {
        comments.add(line.substring(comment + 3));
      }
    }
    return comments;
  }
}
