package org.cumulus.cli.large;

import java.util.Arrays;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.NaNException;
import org.cumulus.OverflowException;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.jspecify.annotations.Nullable;

/**
 * Lines side by side that are scanned stretch by stretch, in the direction of the scan. They start
 * anew where a segment begins; without segments the whole line is one.
 */
final class CarriedLines {
  private final Scan scan;
  private final DType dtype;
  private final long[] starts;
  private @Nullable ScanStream stream;

  /**
   * Prepares for lines.
   *
   * @param scan how a segment is scanned: forwards and along the first axis
   * @param starts where segments begin, in the direction of the scan, and then where the last ends
   */
  CarriedLines(Scan scan, DType dtype, long... starts) {
    this.scan = scan;
    this.dtype = dtype;
    this.starts = starts;
  }

  /**
   * Scans the next stretch.
   *
   * @param at how many steps are before it
   * @param steps the elements, with a lane for each line
   * @param results where the results go; one step more at the start if that is among them
   * @throws NaNException with step and lane, counted from the start of the lines
   * @throws OverflowException so too
   */
  void scan(long at, NDArray steps, NDArray results) {
    long count = steps.shape()[0];
    for (long from = 0; from < count; ) {
      int segment = segmentOf(at + from);
      long to = Math.min(count, starts[segment + 1] - at);
      if (stream == null || starts[segment] == at + from) {
        stream = scan.stream(dtype, -1, steps.shape()[1]);
      }
      boolean isAll = to - from == count;
      NDArray elements = isAll ? steps : steps.slice(from + ":" + to);
      feed(stream, segment, elements, isAll ? results : results.slice(from + ":" + to));
      from = to;
    }
  }

  private int segmentOf(long step) {
    int found = Arrays.binarySearch(starts, step);
    int segment = found < 0 ? -found - 2 : found;
    while (starts[segment + 1] == step) { // Empty segments.
      segment++;
    }
    return segment;
  }

  private void feed(ScanStream lines, int segment, NDArray steps, NDArray results) {
    try {
      feedWanted(lines, starts[segment + 1] - starts[segment], steps, results);
    } catch (NaNException refused) {
      throw refused.at(starts[segment] + refused.index()[0], refused.index()[1]);
    } catch (OverflowException refused) {
      throw refused.at(starts[segment] + refused.index()[0], refused.index()[1]);
    }
  }

  private static void feedWanted(ScanStream lines, long length, NDArray steps, NDArray results) {
    try {
      NDArray _ = lines.feed(steps, results);
    } catch (OverflowException refused) {
      boolean isExclusive = results.shape()[0] == steps.shape()[0];
      if (!isExclusive || refused.index()[0] < length) {
        throw refused;
      }
      // What overflows is the total of an exclusive line, which nobody has asked for.
      withoutNumbers(steps.select(0, steps.shape()[0] - 1));
      NDArray _ = lines.feed(steps, results);
    }
  }

  /** Puts zero in the place of all elements of a row but NaN, which may be to be seen. */
  private static void withoutNumbers(NDArray row) {
    NDArray zero = NDArray.zeros(row.dtype());
    boolean hasNaN = row.dtype().kind().isFloat() || row.dtype().kind().isComplex();
    for (long lane = 0; lane < row.size(); lane++) {
      if (!hasNaN || !isNaN(row.getComplex(lane))) {
        zero.copyTo(row.select(0, lane));
      }
    }
  }

  private static boolean isNaN(Complex number) {
    return Double.isNaN(number.re()) || Double.isNaN(number.im());
  }

  /** What the next stretch needs to know of those before. */
  byte[] snapshot() {
    return stream == null ? new byte[0] : stream.snapshot();
  }

  /** Goes on from a {@link #snapshot}. */
  void restore(byte[] snapshot) {
    stream = snapshot.length == 0 ? null : scan.resume(snapshot);
  }
}
