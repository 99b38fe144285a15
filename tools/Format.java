import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over Java files: {@code Format apply FOLDER} over all that are below a
 * folder; {@code Format check MODULE...} over those of modules, but not of other modules inside of
 * them, which are checked with their own builds. What is no folder has no files.
 *
 * <p>Maven starts it with the toolchain's JDK. A plugin inside Maven's own JVM would parse the
 * sources with whatever Java started Maven, and that may be older than the sources.
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  private Format() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean apply = arguments[0].equals("apply");
    List<Path> misformatted = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      sources.addAll(sources(Path.of(folder), apply));
    }
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
    misformatted.forEach(source -> System.out.println("misformatted: " + source));
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

  private static List<Path> sources(Path module, boolean withModules) throws IOException {
    List<Path> sources = new ArrayList<>();
    if (!Files.isDirectory(module)) {
      return sources;
    }
    Files.walkFileTree(
        module,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(module) || !isLeftOut(folder, withModules)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    sources.sort(null);
    return sources;
  }

  /** Whether a folder is built, is hidden, or is another module. */
  private static boolean isLeftOut(Path folder, boolean withModules) {
    String name = folder.getFileName().toString();
    return name.equals("target")
        || name.startsWith(".")
        || (!withModules && Files.exists(folder.resolve("pom.xml")));
  }
}
