package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import javax.tools.ToolProvider;
import org.cumulus.Cumulus;
import org.cumulus.cli.cells.CsvText;

/** Java that documents quote: compiled and run. */
final class JavaExample {
  private JavaExample() {}

  /**
   * What a program prints.
   *
   * @param source a public class {@code Example} with a main method
   * @param folder for its files
   * @param what for messages
   */
  static String printed(String source, Path folder, String what) throws Exception {
    Path file = folder.resolve("Example.java");
    Files.writeString(file, source);
    StringJoiner classes = new StringJoiner(System.getProperty("path.separator"));
    classes.add(classesOf(Cumulus.class)).add(classesOf(CsvText.class));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    String[] options = {"-cp", classes.toString(), "-d", folder.toString(), file.toString()};
    int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, options);
    assertEquals(0, status, what + " does not compile: " + errors);
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

  private static String classesOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
