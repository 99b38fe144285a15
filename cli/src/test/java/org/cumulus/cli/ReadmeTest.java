package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compiles and runs the Java of README and guide, and compares what it prints with its comments.
 */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({
    "README.md, 1",
    "docs/guide/numpy.md, 5",
    "docs/guide/pandas-and-sql.md, 1",
    "docs/guide/arrays.md, 5",
    "docs/guide/accuracy.md, 2",
    "docs/guide/overflow-and-nan.md, 2",
    "docs/guide/segments.md, 2",
    "docs/guide/streams.md, 4",
    "docs/guide/performance.md, 1"
  })
  void printsWhatItsCommentsSay(Path page, int count, @TempDir Path folder) throws Exception {
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    int found = 0;
    while (blocks.find()) {
      found++;
      List<String> lines = blocks.group(1).lines().toList();
      String what = "Java example " + found + " of " + page;
      Path classes = Files.createDirectory(folder.resolve("" + found));
      String printed = JavaExample.printed(program(lines), classes, what);
      assertEquals(comments(lines), printed.lines().toList(), what);
    }
    assertEquals(count, found);
  }

  private static String program(List<String> lines) {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (String line : lines) {
      (line.startsWith("import ") ? imports : body).append(line).append('\n');
    }
    return imports
        + "public class Example { public static void main(String[] none) throws Exception {\n"
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
      if (isStatement && !line.strip().equals("}")) { // A loop prints what stands behind it.
        prints = line.contains("println");
      }
      if (prints && comment >= 0) {
        comments.add(line.substring(comment + 3));
      }
    }
    return comments;
  }
}
