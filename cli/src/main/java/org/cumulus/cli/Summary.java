package org.cumulus.cli;

import java.util.Locale;
import org.cumulus.cli.files.Report;

/** The line that tells how much was done, and how fast. */
final class Summary {
  private Summary() {}

  static String line(Report report, long nanos, String order) {
    String line =
        String.format(
            Locale.ROOT,
            "cumulus: %d elements in %.2f s, %.2f GB/s read and written, order %s",
            report.elements(),
            nanos / 1e9,
            (double) (report.bytesRead() + report.bytesWritten()) / Math.max(1, nanos),
            order);
    return report.spilled().isEmpty()
        ? line
        : line + ", with temporary files for " + String.join(", ", report.spilled());
  }
}
