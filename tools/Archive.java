import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes an archive of the command that needs no Java: {@code Archive TARGET LAUNCHER VERSION}.
 *
 * <p>{@code TARGET} holds the jars, {@code LAUNCHER} the scripts. The archive is made by the JDK
 * that runs this program, for its own system, and is tried before it is reported: unpacked
 * elsewhere, with no environment at all.
 */
final class Archive {
  /** What the command uses: the last two are for plots and for Parquet. */
  private static final String MODULES = "java.base,java.logging,java.desktop,jdk.jfr";

  private static final Runtime.Version OLDEST = Runtime.Version.parse("25.0.3");

  private final Path target;
  private final Path launcher;
  private final Path home;

  private Archive(Path target, Path launcher) {
    this.target = target;
    this.launcher = launcher;
    home = target.resolve("archive/cumulus");
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (Runtime.version().compareToIgnoreOptional(OLDEST) < 0) {
      throw new IllegalStateException(
          "the runtime in the archive is this JDK's, %s: it takes %s or later, as earlier ones can damage arrays under G1 (JDK-8377811)"
              .formatted(Runtime.version(), OLDEST));
    }
    Archive archive = new Archive(Path.of(arguments[0]), Path.of(arguments[1]));
    archive.build();
    Path file = archive.pack(arguments[2]);
    archive.check(file);
    System.out.printf("made and tried %s (%d MB)%n", file, Files.size(file) / 1_000_000);
  }

  private void build() throws IOException, InterruptedException {
    delete(home.getParent());
    Path app = Files.createDirectories(home.resolve("app"));
    copy(target.resolve("cumulus-cli.jar"), app.resolve("cumulus-cli.jar"));
    copy(target.resolve("lib"), app.resolve("lib"));
    copy(launcher.resolve("start"), app.resolve("start"));
    copy(
        launcher.resolve("cumulus"),
        Files.createDirectories(home.resolve("bin")).resolve("cumulus"));
    jlink(home.resolve("runtime"));
    // The cache knows the jars by place, size and time: they are not touched any more.
    run(
        List.of(
            home.resolve("runtime/bin/java").toString(),
            "-XX:+UseSerialGC",
            "-XX:AOTCacheOutput=" + app.resolve("cache"),
            "-cp",
            app.resolve("cumulus-cli.jar").toString(),
            "org.cumulus.cli.Training"));
  }

  private static void jlink(Path runtime) {
    int exitCode =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("no jlink in this JDK"))
            .run(
                System.out,
                System.err,
                "--add-modules=" + MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + runtime);
    if (exitCode != 0) {
      throw new IllegalStateException("jlink failed with exit code " + exitCode);
    }
  }

  private Path pack(String version) throws IOException, InterruptedException {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).replace("mac os x", "macos");
    String name =
        "cumulus-%s-%s-%s.tar.gz".formatted(version, system, System.getProperty("os.arch"));
    Path file = target.resolve(name);
    run(List.of("tar", "-czf", file.toString(), "-C", home.getParent().toString(), "cumulus"));
    return file;
  }

  /** What a user without Java does, and in a folder whose name has a blank. */
  private void check(Path file) throws IOException, InterruptedException {
    Path elsewhere = Files.createTempDirectory("cumulus archive ");
    try {
      run(List.of("tar", "-xzf", file.toString(), "-C", elsewhere.toString()));
      String cumulus = elsewhere.resolve("cumulus/bin/cumulus").toString();
      String printed =
          run(List.of(cumulus, "cumsum", "[[2,4,6],[1,3,5]]", "--axis", "1"), Map.of());
      if (!printed.equals("[[ 2  6 12]\n [ 1  4  9]]\n")) {
        throw new IllegalStateException("the archive printed " + printed);
      }
      // Without this the archive works all the same, but starts slowly.
      run(
          List.of(
              elsewhere.resolve("cumulus/runtime/bin/java").toString(),
              "-XX:AOTMode=on",
              "-XX:+UseSerialGC",
              "-XX:AOTCache=" + elsewhere.resolve("cumulus/app/cache"),
              "-cp",
              elsewhere.resolve("cumulus/app/cumulus-cli.jar").toString(),
              "org.cumulus.cli.Main",
              "--version"),
          Map.of());
    } finally {
      delete(elsewhere);
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    run(command, System.getenv());
  }

  private static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed;
    try (InputStream out = process.getInputStream()) {
      printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed:\n" + printed);
    }
    return printed;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file)),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList().reversed()) {
          Files.delete(file);
        }
      }
    }
  }
}
