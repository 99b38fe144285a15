package org.cumulus.bench.tables;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.contestants.Local;
import org.cumulus.bench.contestants.PythonPeers;
import org.jspecify.annotations.Nullable;

/**
 * What a cell has to reach, by the kind of work it is: in NumPy's order of additions, and a line of
 * floats in the order {@code BLOCKED} too.
 */
enum Target {
  TEN_ELEMENTS("10 elements", null, 0, 1.5),
  SMALL("within the caches", null, 0, 1.5),
  FLOAT64_LINE("float64, one long line", Local.COPY_ONE, 1.2, 1.6),
  FLOAT32_LINE("float32, one long line", Local.COPY_ONE, 1.6, 1.6),
  INTEGER_LINE("integers, one long line", Local.COPY_ALL, 1.5, 1.5),
  CONVERTED_LINE("integers that NumPy converts, one long line", Local.COPY_ALL, 1.5, 4),
  OTHER_LINE("complex and timedelta64, one long line", null, 0, 1.5),
  FLOAT16_LINE("float16, one line", Local.COPY_ONE, Double.POSITIVE_INFINITY, 1.3),
  FLOAT16_LINES("float16, many lines", Local.COPY_ALL, Double.POSITIVE_INFINITY, 4),
  ACROSS("axis 0 and middle axes", Local.COPY_ALL, 1.3, 8),
  MANY_LINES("last axis, many lines", Local.COPY_ALL, 1.3, 2.5),
  LAYOUT("layouts that use whole cache lines", Local.CONTIGUOUS, 2, 1.5),
  SPARSE_LAYOUT("every second element", null, 0, 1.5),
  BLOCKED_LINE("order BLOCKED, one long float line", Local.BLOCKED, Local.COPY_ALL, 1.6, 1.5),
  BLOCKED_IN_CACHE(
      "order BLOCKED, one float line in cache", Local.BLOCKED, Local.CUMULUS, 0.5, 1.5);

  /** Elements from which on an array is large: its results do not stay in the caches. */
  private static final int LARGE = 5_000_000;

  private static final double PRIMITIVE_NANOS = 40;
  private static final double CALL_NANOS = 300;
  private static final double CALL_BYTES = 300;

  /** How much faster a fresh result must come than NumPy's. */
  private static final double FRESH = 1.5;

  private final String work;
  private final Local contestant;
  private final @Nullable Local ceiling;
  private final double ceilingRatio;
  private final double numpyRatio;

  Target(String work, @Nullable Local ceiling, double ceilingRatio, double numpyRatio) {
    this(work, Local.CUMULUS, ceiling, ceilingRatio, numpyRatio);
  }

  Target(
      String work,
      Local contestant,
      @Nullable Local ceiling,
      double ceilingRatio,
      double numpyRatio) {
    this.work = work;
    this.contestant = contestant;
    this.ceiling = ceiling;
    this.ceilingRatio = ceilingRatio;
    this.numpyRatio = numpyRatio;
  }

  String work() {
    return work;
  }

  /** Which of the targets are a cell's. */
  static List<Target> of(Cell cell) {
    boolean isBlocked = Local.BLOCKED.canDo(cell) && cell.isOneLine();
    if (!isBlocked || cell.dtype().equals(DType.FLOAT16)) {
      return List.of(inNumPysOrder(cell));
    }
    return List.of(inNumPysOrder(cell), cell.size() < LARGE ? BLOCKED_IN_CACHE : BLOCKED_LINE);
  }

  private static Target inNumPysOrder(Cell cell) {
    boolean isFloat16 = cell.dtype().equals(DType.FLOAT16);
    if (cell.size() <= 10) {
      return TEN_ELEMENTS;
    } else if (isFloat16) {
      return cell.isOneLine() ? FLOAT16_LINE : FLOAT16_LINES;
    } else if (cell.size() < LARGE) {
      return SMALL;
    } else if (!cell.isPlain()) {
      return cell.layout().usesWholeCacheLines() ? LAYOUT : SPARSE_LAYOUT;
    } else if (!cell.isOneLine()) {
      return cell.isAlongLines() ? MANY_LINES : ACROSS;
    }
    return switch (cell.dtype().kind()) {
      case FLOAT64 -> FLOAT64_LINE;
      case FLOAT32 -> FLOAT32_LINE;
      case INT64, UINT64 -> INTEGER_LINE;
      case COMPLEX64, COMPLEX128, TIMEDELTA64 -> OTHER_LINE;
      default -> CONVERTED_LINE;
    };
  }

  /** What is compared, but Cumulus by itself, and with what beside NumPy. */
  String comparison() {
    String with = ceiling == null ? "" : ceiling.title();
    return contestant == Local.CUMULUS ? with : contestant.title() + " ÷ " + with;
  }

  /** How many times as long as its ceiling a cell took; NaN if it has none. */
  double ceilingRatio(Measurement measurement) {
    return ceiling == null ? Double.NaN : measurement.ratio(contestant.title(), ceiling.title());
  }

  /** How many times as long as a cell NumPy took. */
  double numPyRatio(Measurement measurement) {
    return measurement.ratio(PythonPeers.WARM, contestant.title());
  }

  /** What a cell missed of all its targets. */
  static List<String> allMissed(Measurement measurement) {
    return of(measurement.cell()).stream()
        .flatMap(target -> target.missed(measurement).stream())
        .toList();
  }

  /** What a cell missed, each in a few words. */
  List<String> missed(Measurement measurement) {
    List<String> missed = new ArrayList<>();
    String who = contestant == Local.CUMULUS ? "" : contestant.title() + " ";
    if (ceiling != null && ceilingRatio(measurement) > ceilingRatio) {
      missed.add(who + "≤ " + number(ceilingRatio) + " × " + ceiling.title());
    }
    if (numPyRatio(measurement) < numpyRatio) {
      missed.add(who + "≥ " + number(numpyRatio) + " × NumPy");
    }
    if (contestant == Local.CUMULUS) {
      missed.addAll(missedByFresh(measurement));
    }
    if (this == TEN_ELEMENTS) {
      missed.addAll(missedByCall(measurement));
    }
    return missed;
  }

  private List<String> missedByFresh(Measurement measurement) {
    double fresh = Math.min(FRESH, numpyRatio);
    return measurement.ratio(PythonPeers.FRESH, Local.FRESH.title()) < fresh
        ? List.of("fresh ≥ " + number(fresh) + " × NumPy")
        : List.of();
  }

  private static List<String> missedByCall(Measurement measurement) {
    List<String> missed = new ArrayList<>();
    if (measurement.nanos(Local.PRIMITIVE.title()) > PRIMITIVE_NANOS) {
      missed.add("primitive ≤ " + number(PRIMITIVE_NANOS) + " ns");
    }
    if (measurement.nanos(Local.FRESH.title()) > CALL_NANOS) {
      missed.add("≤ " + number(CALL_NANOS) + " ns");
    }
    if (measurement.bytesBeyondResult(Local.FRESH.title()) > CALL_BYTES) {
      missed.add("≤ " + number(CALL_BYTES) + " bytes");
    }
    return missed;
  }

  private static String number(double limit) {
    return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
  }
}
