package org.cumulus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures depend on besides the code. */
final class Machine {
  private Machine() {}

  /** The CPU's name, as the system knows it. */
  static String cpu() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture());
    } catch (IOException elsewhereThanOnLinux) {
      return architecture();
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch", "unknown");
  }

  /** The CPU's name as a part of a file name. */
  static String fileName() {
    return cpu().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  static String jvm() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
  }

  static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }

  /** How busy the machine is with other things; negative where the system does not say. */
  static double load() {
    return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
