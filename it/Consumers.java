import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles and runs a program that depends on the jar of the library, in the ways in which programs
 * do: on the class path, as a named module, and as an image of its own, made by {@code jlink}. Any
 * warning of the compiler fails.
 *
 * <p>Usage: {@code java Consumers.java JAR SOURCES FOLDER}.
 */
final class Consumers {
  private static final List<String> EXPECTED =
      List.of("[0.5, 0.75, 4.75]", "[[2, 4, 6], [3, 7, 11]]", "[1 2 8]");

  private final Path bin = Path.of(System.getProperty("java.home"), "bin");
  private final Path jar;
  private final Path sources;
  private final Path folder;

  private Consumers(Path jar, Path sources, Path folder) {
    this.jar = jar;
    this.sources = sources;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[2]);
    delete(folder);
    Consumers consumers = new Consumers(Path.of(arguments[0]), Path.of(arguments[1]), folder);
    consumers.onTheClassPath();
    consumers.onTheModulePath();
    consumers.inAnImage();
  }

  private void onTheClassPath() throws Exception {
    Path classes = folder.resolve("classes");
    String source = sources.resolve("consumer/Consumer.java").toString();
    compile("-cp", jar.toString(), "-d", classes.toString(), source);
    check(
        "class path",
        "java",
        "-cp",
        jar + System.getProperty("path.separator") + classes,
        "consumer.Consumer");
  }

  private void onTheModulePath() throws Exception {
    String module = sources.resolve("module-info.java").toString();
    String source = sources.resolve("consumer/Consumer.java").toString();
    compile("-p", jar.toString(), "-d", modules().toString(), module, source);
    check("module path", "java", "-p", modulePath(), "-m", "consumer/consumer.Consumer");
  }

  private void inAnImage() throws Exception {
    Path image = folder.resolve("image");
    run("jlink", "-p", modulePath(), "--add-modules", "consumer", "--output", image.toString());
    check("image", image.resolve("bin/java").toString(), "-m", "consumer/consumer.Consumer");
  }

  private Path modules() {
    return folder.resolve("modules");
  }

  private String modulePath() {
    return jar + System.getProperty("path.separator") + modules();
  }

  private void compile(String... arguments) throws Exception {
    List<String> told =
        run(
            Stream.concat(Stream.of("javac", "-Xlint:all", "-Werror"), Stream.of(arguments))
                .toArray(String[]::new));
    if (!told.isEmpty()) {
      throw new IllegalStateException("The compiler says: " + told);
    }
  }

  private void check(String way, String... command) throws Exception {
    List<String> told = run(command);
    if (!told.equals(EXPECTED)) {
      throw new IllegalStateException(way + ": " + told + ", expected: " + EXPECTED);
    }
  }

  private List<String> run(String... command) throws Exception {
    command[0] = bin.resolve(command[0]).toString();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> told = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join("\n", told));
    }
    return told;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Consumers::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
