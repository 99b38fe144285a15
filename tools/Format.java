import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every Java file of the project: {@code Format check|apply ROOT}.
 *
 * <p>Maven starts it with the toolchain's JDK. A plugin inside Maven's own JVM would parse the
 * sources with whatever Java started Maven, and that may be older than the sources.
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  private Format() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean apply = arguments[0].equals("apply");
    Path root = Path.of(arguments[1]);
    List<Path> misformatted = new ArrayList<>();
    List<Path> sources = sources(root);
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted = format(source, text);
      if (!formatted.equals(text)) {
        misformatted.add(source);
        if (apply) {
          Files.writeString(source, formatted);
        }
      }
    }
    misformatted.forEach(source -> System.out.println("misformatted: " + root.relativize(source)));
    if (sources.isEmpty() || !apply && !misformatted.isEmpty()) {
      System.out.printf(
          "%d of %d files misformatted; to mend them: ./mvnw -Pformat%n",
          misformatted.size(), sources.size());
      System.exit(1);
    }
    System.out.printf(
        "google-java-format: %d files, %d changed%n", sources.size(), misformatted.size());
  }

  private static String format(Path source, String text) throws FormatterException {
    try {
      return FORMATTER.formatSourceAndFixImports(text);
    } catch (FormatterException error) {
      System.out.println("not formatted: " + source);
      throw error;
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !isBuilt(root.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isBuilt(Path file) {
    for (Path part : file) {
      if (part.toString().equals("target") || part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
