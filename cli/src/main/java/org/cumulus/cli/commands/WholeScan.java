package org.cumulus.cli.commands;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cumulus.Cumulus;
import org.cumulus.Extremes;
import org.cumulus.NDArray;
import org.cumulus.NaNException;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.Shape;
import org.cumulus.cli.options.IndicesOption;
import org.cumulus.cli.options.ScanOptions;
import org.cumulus.cli.options.SegmentOptions;
import org.cumulus.cli.text.TextFormat;
import org.jspecify.annotations.Nullable;

/**
 * Scans an array that memory holds. That is all that the options can ask for; what takes a line as
 * a whole, or another array beside it, cannot be done in parts.
 *
 * @param function what is scanned for
 * @param operator what it folds with; null for a recurrence whose coefficients are an array
 * @param coefficients of a recurrence; null for all other functions
 * @param options how it is scanned
 * @param segments where lines start anew
 * @param indices whether and where the places of extremes go
 */
record WholeScan(
    ScanFunction function,
    @Nullable Operator operator,
    @Nullable NDArray coefficients,
    ScanOptions options,
    SegmentOptions segments,
    IndicesOption indices) {
  private static final String COEFFICIENTS = "an array of coefficients";

  /**
   * What is made of an array.
   *
   * @param values one for each element, as a rule
   * @param indices where they are in the array, along the axis; null if that is not asked for
   */
  record Results(NDArray values, @Nullable NDArray indices) {}

  /**
   * The scan of arrays of so many dimensions, at least one.
   *
   * @param texts how a text with segments is written
   * @throws UsageException if the options contradict one another or such arrays
   */
  Function<NDArray, Results> prepared(int dimensions, Console console, TextFormat texts)
      throws IOException {
    if (indices.areWanted()) {
      checkArePlain("--indices");
      Integer axis = options.checkedAxis(function.axis(), dimensions);
      return array -> results(extremes(cast(array), axis));
    }
    if (operator == null) {
      checkArePlain(COEFFICIENTS);
      NDArray factors = Objects.requireNonNull(coefficients);
      Integer axis = options.checkedAxis(function.axis(), dimensions);
      return array -> {
        checkFits(factors, array);
        return new Results(Cumulus.recurrence(factors, array, axis, options.dtype()), null);
      };
    }
    Scan whole = options.scan(operator, function.nan(), function.axis(), dimensions);
    Scan scan = segments.of(whole, console, texts);
    return array -> new Results(applied(scan, whole, array), null);
  }

  /** A dtype that cannot be scanned is refused before any element, as it is in parts. */
  private static NDArray applied(Scan scan, Scan whole, NDArray array) {
    try {
      return scan.apply(array);
    } catch (NaNException refused) {
      NDArray _ = whole.apply(NDArray.zeros(array.dtype(), new long[Math.max(array.ndim(), 1)]));
      throw refused;
    }
  }

  private void checkArePlain(String reason) {
    List<String> given = segments.given();
    if (!given.isEmpty()) {
      throw new UsageException(given.getFirst() + " and " + reason + " cannot be combined");
    }
    options.checkArePlain(reason);
  }

  private static void checkFits(NDArray factors, NDArray array) {
    try {
      NDArray _ = factors.broadcastTo(array.ndim() == 0 ? new long[] {1} : array.shape());
    } catch (IllegalArgumentException _) {
      throw new UsageException(
          "--coefficient: an array of shape %s does not broadcast to that of INPUT, %s"
              .formatted(Shape.of(factors), Shape.of(array)));
    }
  }

  private NDArray cast(NDArray array) {
    return options.dtype() == null ? array : array.astype(options.dtype());
  }

  private Extremes extremes(NDArray array, @Nullable Integer axis) {
    return function == ScanFunction.CUMMAX
        ? Cumulus.cummax(array, axis)
        : Cumulus.cummin(array, axis);
  }

  private static Results results(Extremes extremes) {
    return new Results(extremes.values(), extremes.indices());
  }

  /**
   * The operator for a scan in parts.
   *
   * @throws UsageException if something is asked for that cannot be done so
   */
  Operator checkedForParts() {
    if (indices.areWanted()) {
      throw UsageException.ofLargeInput("--indices");
    }
    if (operator == null) {
      throw UsageException.ofLargeInput(COEFFICIENTS);
    }
    return operator;
  }
}
