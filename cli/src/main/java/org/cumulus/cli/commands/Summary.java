package org.cumulus.cli.commands;

import java.util.Locale;
import org.cumulus.cli.large.Report;

/** The line that tells how much was done, and how fast. */
final class Summary {
  private Summary() {}

  static String line(Report report, long nanos, String order) {
    String line =
        String.format(
            Locale.ROOT,
            "cumulus: %d elements in %.2f s, %s read and written, order %s",
            report.elements(),
            nanos / 1e9,
            speed((double) (report.bytesRead() + report.bytesWritten()) / Math.max(1, nanos)),
            order);
    return report.spilled().isEmpty()
        ? line
        : line + ", with temporary files for " + String.join(", ", report.spilled());
  }

  /** In the largest unit that leaves digits to see: bytes in a nanosecond are GB/s. */
  private static String speed(double gigabytes) {
    if (gigabytes >= 0.1) {
      return String.format(Locale.ROOT, "%.2f GB/s", gigabytes);
    }
    return gigabytes >= 1e-4
        ? String.format(Locale.ROOT, "%.2f MB/s", gigabytes * 1e3)
        : String.format(Locale.ROOT, "%.2f kB/s", gigabytes * 1e6);
  }
}
