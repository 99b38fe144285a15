package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.cumulus.Cumulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the README's Java, and compares what it prints with its comments. */
class ReadmeTest {
  @Test
  void theJavaOfTheReadmePrintsWhatItsCommentsSay(@TempDir Path folder) throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("```java\n") + "```java\n".length();
    List<String> lines = readme.substring(start, readme.indexOf("```", start)).lines().toList();
    Path source = folder.resolve("Example.java");
    Files.writeString(source, program(lines));
    String classes =
        Path.of(Cumulus.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classes, "-d", folder.toString(), source.toString());
    assertEquals(0, status, "the README's Java does not compile");
    List<String> expected = comments(lines);
    assertTrue(expected.size() >= 8, "comments of " + lines);
    assertEquals(expected, printed(folder).lines().toList());
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

  private static String printed(Path folder) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, Cumulus.class.getClassLoader())) {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) null);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
