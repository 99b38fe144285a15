package org.cumulus.bench.tables;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the figures depend on besides the code. */
public final class Machine {
  private Machine() {}

  /** The processor: its name, as the system knows it, and its family and model, which say more. */
  public static String cpu() {
    try {
      return cpu(Files.readAllLines(Path.of("/proc/cpuinfo")));
    } catch (IOException elsewhereThanOnLinux) {
      return architecture();
    }
  }

  /** What the lines of {@code /proc/cpuinfo} say. */
  static String cpu(List<String> lines) {
    String name = field(lines, "model name").orElse(architecture());
    return field(lines, "cpu family")
        .flatMap(
            family ->
                field(lines, "model")
                    .map(model -> "%s, family %s, model %s".formatted(name, family, model)))
        .orElse(name);
  }

  private static Optional<String> field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.indexOf(':') >= 0)
        .filter(line -> line.substring(0, line.indexOf(':')).strip().equals(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static String architecture() {
    return System.getProperty("os.arch", "unknown");
  }

  /** The processor as a part of a file name. */
  public static String fileName() {
    return cpu().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /** How many processors there are. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The virtual machine and its version. */
  public static String jvm() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
  }

  /** The operating system and its version. */
  public static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }

  /** How busy the machine is with other things; negative where the system does not say. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
