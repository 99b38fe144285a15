package org.cumulus.bench.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A command that ran in a process of its own.
 *
 * @param seconds how long it took, from start to end
 * @param processorSeconds how long the processors worked for it and the system for it; NaN where
 *     the system does not say
 */
record FileRun(double seconds, double processorSeconds) {
  /** What Linux counts the time of processes in. */
  private static final double TICKS_A_SECOND = 100;

  /** Where Linux tells the time of children that have ended, counted from behind the name. */
  private static final int CHILDREN = 13;

  /**
   * Runs a command to its end.
   *
   * @throws IOException if it fails
   */
  static FileRun of(String... command) throws IOException {
    double before = childrenSeconds();
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      int exitCode = process.waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (exitCode != 0) {
        throw new IOException(String.join(" ", command) + ": exit code " + exitCode);
      }
      return new FileRun(seconds, childrenSeconds() - before);
    } catch (InterruptedException interrupted) {
      process.destroy();
      throw new IOException(interrupted);
    }
  }

  private static double childrenSeconds() {
    try {
      String text = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[CHILDREN]) + Long.parseLong(fields[CHILDREN + 1]);
      return ticks / TICKS_A_SECOND;
    } catch (IOException elsewhereThanOnLinux) {
      return Double.NaN;
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f s, of the processor %.2f", seconds, processorSeconds);
  }
}
