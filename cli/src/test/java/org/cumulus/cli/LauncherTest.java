package org.cumulus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cumulus.NDArray;
import org.cumulus.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launchers, with the classes of this build instead of jars. */
class LauncherTest {
  private static final Path SCRIPTS = Path.of("cli/src/main/launcher");

  @TempDir(factory = MemoryFolder.class)
  private Path home;

  /** What a shell said, and its exit code. */
  private record Said(int exitCode, String out, String err) {}

  private Said sh(String script, Map<String, String> environment) throws Exception {
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", script)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    shell.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    shell.environment().putAll(environment);
    int exitCode = shell.start().waitFor();
    return new Said(exitCode, Files.readString(out), Files.readString(err));
  }

  private Path script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private void copy(Path from, String to) throws IOException {
    Path target = home.resolve(to);
    Files.createDirectories(target.getParent());
    Files.copy(from, target, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** The archive's launcher, and a Java that has another class path than it is told. */
  @BeforeEach
  void unpack() throws IOException {
    copy(SCRIPTS.resolve("cumulus"), "bin/cumulus");
    copy(SCRIPTS.resolve("start"), "app/start");
    script(
        "runtime/bin/java",
        "while [ \"$1\" != org.cumulus.cli.Main ]; do shift; done\nexec '%s/bin/java' -cp '%s' \"$@\""
            .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
  }

  @ParameterizedTest
  @CsvSource({
    "cumsum - <&-, 1, '', cumulus: standard input: it is closed",
    "cumsum - <&- >&-, 1, '', cumulus: standard input: it is closed",
    "cumsum 3 >&-, 1, '', cumulus: standard output: it is closed",
    "cumsum 3 <&- >&-, 1, '', cumulus: standard output: it is closed",
    "cumsum 3 -o - >&-, 1, '', cumulus: standard output: it is closed",
    "cumsum 3 <&-, 0, [3], ''",
    "cumsum 3 2>&-, 0, [3], ''",
    "cumsum x 2>&-, 1, '', ''",
    "cumsum x <&- >&- 2>&-, 1, '', ''",
  })
  void aDescriptorThatIsClosedIsNoOtherFile(String command, int exitCode, String out, String err)
      throws Exception {
    Said expected = new Said(exitCode, line(out), line(err));
    assertEquals(expected, sh("bin/cumulus " + command, Map.of()), command);
  }

  /** Else the next file that is opened would be taken for it. */
  @ParameterizedTest
  @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
  void javaFindsAllDescriptorsOpen(String closed) throws Exception {
    script(
        "runtime/bin/java",
        "for d in 0 1 2; do [ -e /dev/fd/$d ] && open=${open:-}$d; done; printf %s \"$open\""
            + " >open");
    Said said = sh("bin/cumulus " + closed, Map.of());
    assertEquals(new Said(0, "", ""), said);
    assertEquals("012", Files.readString(home.resolve("open")));
  }

  private static String line(String text) {
    return text.isEmpty() ? "" : text + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "xx_YY.UTF-8", "xx_YY.utf8"})
  void namesAreUtf8WhateverTheLocale(String locale) throws Exception {
    Map<String, String> environment = locale.isEmpty() ? Map.of() : Map.of("LANG", locale);
    Said said = sh("printf '1\\n2\\n' >ü.csv; bin/cumulus cumsum ü.csv -o ä.csv", environment);
    assertEquals(new Said(0, "", ""), said);
    assertEquals("1\n3\n", Files.readString(home.resolve("ä.csv")));
  }

  /** A name that begins with a dash is taken for an option only if there is one. */
  @ParameterizedTest
  @ValueSource(strings = {"-dash.npy", "-- -dash.npy", "./-dash.npy", "-o - -dash.npy"})
  void aNameMayBeginWithADash(String input) throws Exception {
    Npy.write(home.resolve("-dash.npy"), NDArray.of(new int[] {1, 2}));
    Said said = sh("bin/cumulus cumsum --format csv " + input, Map.of());
    assertEquals(new Said(0, "1\n3\n", ""), said);
  }

  /** It would be written under another name. */
  @ParameterizedTest
  @ValueSource(strings = {"C.UTF-8", "xx_YY"})
  void aNameThatIsNoTextIsRefused(String locale) throws Exception {
    Said said = sh("bin/cumulus cumsum 3 -o \"$(printf 'x\\377.npy')\"", Map.of("LANG", locale));
    assertEquals(2, said.exitCode(), said::toString);
    assertTrue(said.err().matches("cumulus: 'x[^\n]+ has bytes that are not [^\n]+\n"), said.err());
    try (Stream<Path> files = Files.list(home)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".npy")).toList());
    }
  }

  /** A clone whose build takes no time. */
  private void makeClone() throws IOException {
    copy(Path.of("cumulus"), "cumulus");
    copy(SCRIPTS.resolve("start"), "cli/src/main/launcher/start");
    for (String module : List.of("", "core/", "picocli/", "cli/")) {
      Files.createDirectories(home.resolve(module + "src/main"));
      Files.writeString(home.resolve(module + "pom.xml"), "");
    }
    script("mvnw", "mkdir -p cli/target/cumulus/lib && : >cli/target/cumulus/cumulus-cli.jar");
  }

  /** What is built must be as the umask makes it. */
  @ParameterizedTest
  @CsvSource({"022, rwxr-xr-x", "077, rwx------"})
  void othersMayUseWhatOneHasBuilt(String umask, String permissions) throws Exception {
    makeClone();
    Said _ = sh("umask " + umask + "; ./cumulus --version", Map.of());
    try (Stream<Path> files = Files.list(home.resolve("target/cumulus"))) {
      Path app =
          files.filter(file -> file.getFileName().toString().startsWith("app.")).findAny().get();
      assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(app)));
    }
  }

  /** Root may write everywhere, and becomes somebody who may not. */
  @ParameterizedTest
  @ValueSource(strings = {".", "target/cumulus", "target/cumulus/lock"})
  void aCloneOfSomebodyElseIsNotBuilt(String closed) throws Exception {
    makeClone();
    if (!closed.equals(".")) {
      Files.createDirectories(home.resolve("target/cumulus"));
      Files.writeString(home.resolve("target/cumulus/lock"), "");
    }
    boolean isRoot = sh("id -u", Map.of()).out().equals("0\n");
    String other = isRoot ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
    assumeTrue(sh(other + " true", Map.of()).exitCode() == 0);
    Said said =
        sh(
            "chmod -R a+rwX .; chmod a-w '%s'; %s ./cumulus --version".formatted(closed, other),
            Map.of());
    Said _ = sh("chmod u+w '" + closed + "'", Map.of()); // So that it can be removed.
    String root = home.toRealPath().toString();
    String line =
        ("cumulus: not built from these sources yet, and %1$s/target/cumulus belongs to somebody"
                + " else: let the owner run %1$s/cumulus --version, or make a clone of your own\n")
            .formatted(root);
    assertEquals(new Said(1, "", line), said);
  }
}
