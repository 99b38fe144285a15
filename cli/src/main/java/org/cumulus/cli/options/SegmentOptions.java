package org.cumulus.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Scan;
import org.cumulus.cli.console.Console;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;
import org.cumulus.cli.input.FileFormat;
import org.cumulus.cli.input.Input;
import org.cumulus.cli.large.ScanRequest;
import org.cumulus.cli.text.TextFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where lines start anew: each of these options names an array. */
public final class SegmentOptions {
  @Option(
      names = "--by",
      paramLabel = "KEYS",
      description =
          "scan the elements of each key on their own: a key for each element, a literal or a"
              + " file as INPUT, a column of INPUT, or FILE.csv:COLUMN; columns by value if all"
              + " their cells are numbers, else as they are written")
  private @Nullable String keys;

  @Option(
      names = "--lengths",
      paramLabel = "N,...",
      description = "scan segments of these lengths, each on its own; or a file of them")
  private @Nullable String lengths;

  @Option(
      names = "--offsets",
      paramLabel = "N,...",
      description =
          "scan the segments between these offsets, from 0 to where the last one ends; or a file"
              + " of them")
  private @Nullable String offsets;

  @Option(
      names = "--flags",
      paramLabel = "B,...",
      description =
          "scan segments that begin where this is true, or not zero: a flag for each element; or"
              + " a file of them")
  private @Nullable String flags;

  /**
   * Takes keys that are no array of their own for a column of the input.
   *
   * @throws UsageException if the input has none, or can be read but once
   */
  public void mayBeOf(Input input) {
    if (keys == null
        || keys.isBlank()
        || new ArrayArgument("--by", keys, TextFormat.UNKNOWN).isArray()) {
      return;
    }
    if (input instanceof Input.Piped) {
      throw new UsageException(
          "--by %s: standard input is read only once: expected a file, or cumulus table - --sum COLUMN --partition-by %s"
              .formatted(keys, keys));
    }
    Path file = input.file();
    if (file != null && FileFormat.ofName(file.toString()).isText()) {
      keys = file + ":" + keys;
    }
  }

  /** The names of those that are given. */
  public List<String> given() {
    List<String> given = new ArrayList<>();
    addIf(keys != null, "--by", given);
    addIf(lengths != null, "--lengths", given);
    addIf(offsets != null, "--offsets", given);
    addIf(flags != null, "--flags", given);
    return given;
  }

  private static void addIf(boolean isGiven, String option, List<String> given) {
    if (isGiven) {
      given.add(option);
    }
  }

  /**
   * The same scan of segments, if such are asked for.
   *
   * @param texts how a text is written
   * @throws UsageException if what is given are no segments, or two kinds of them
   */
  public Scan of(Scan scan, Console console, TextFormat texts) throws IOException {
    if (given().size() > 1) {
      throw new UsageException(
          String.join(" and ", given()) + " contradict each other: expected one of them");
    }
    try {
      if (keys != null) {
        return byKeys(scan, new ArrayArgument("--by", keys, texts), console);
      }
      if (lengths != null) {
        return scan.segmentsByLengths(
            integers(new ArrayArgument("--lengths", lengths, texts), console));
      }
      if (offsets != null) {
        return scan.segmentsByOffsets(
            integers(new ArrayArgument("--offsets", offsets, texts), console));
      }
      if (flags != null) {
        NDArray starts = new ArrayArgument("--flags", flags, texts).loadLine(console, DType.BOOL);
        return scan.segmentsByFlags(starts.astype(DType.BOOL));
      }
      return scan;
    } catch (IllegalArgumentException noSegments) {
      throw new UsageException(given().getFirst() + ": " + Failures.reason(noSegments));
    }
  }

  /**
   * The same request for segments, if such are asked for.
   *
   * @param texts how a text is written
   * @throws UsageException if what is given are no segments, or those that need all elements
   */
  public ScanRequest of(ScanRequest request, Console console, TextFormat texts) throws IOException {
    Scan _ = of(request.inMemory(), console, texts); // Refuses what it must.
    if (keys != null || flags != null) {
      throw UsageException.ofLargeInput(given().getFirst());
    }
    if (lengths != null) {
      return request.withSegments(
          integers(new ArrayArgument("--lengths", lengths, texts), console));
    }
    if (offsets != null) {
      long[] starts = integers(new ArrayArgument("--offsets", offsets, texts), console);
      long[] differences = new long[starts.length - 1];
      Arrays.setAll(differences, i -> starts[i + 1] - starts[i]);
      return request.withSegments(differences);
    }
    return request;
  }

  /** Cells of a text are the same key if they are the same number, or written the same. */
  private static Scan byKeys(Scan scan, ArrayArgument keys, Console console) throws IOException {
    return scan.segmentsByKey(keys.isText() ? keys.keys() : keys.loadLine(console, null));
  }

  private static long[] integers(ArrayArgument argument, Console console) throws IOException {
    NDArray array = argument.loadLine(console, DType.INT64);
    if (array.size() > 0 && !array.dtype().kind().isInteger()) {
      throw new UsageException(
          "%s: expected integers, not %s".formatted(argument.option(), array.dtype()));
    }
    return (long[]) array.astype(DType.INT64).toFlatArray();
  }
}
