package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.SplitMix;
import org.cumulus.oracle.BoundedSteps.Beyond;
import org.jspecify.annotations.Nullable;

/** A random scan of segments or whole lines that saturates or is checked, and what it must do. */
final class OverflowCase {
  private final SplitMix random;
  private final BoundedSteps steps;
  private final DType type;
  private final long[] shape;
  private final int axis;
  private final boolean isReverse;
  private final boolean isExclusive;
  private final @Nullable Object initial;
  private final @Nullable RandomSegments segments;
  private final NDArray in;

  /** The first refusal in C order, and what is said of it. */
  private long @Nullable [] refusedAt;

  private String refusal = "";

  OverflowCase(Kind kind, String operator, int number) {
    random = new SplitMix(number * 31L + (kind + operator).hashCode());
    steps = new BoundedSteps(operator, kind, 1 + random.below(3), random.below(2) == 0);
    type = DType.of(kind == Kind.TIMEDELTA64 ? "m8[s]" : kind.name().toLowerCase(Locale.ROOT));
    shape = new long[1 + random.below(2)];
    Arrays.setAll(shape, i -> 1 + random.below(random.below(8) == 0 ? 60 : 7));
    axis = random.below(shape.length);
    isReverse = random.below(3) == 0;
    initial = random.below(3) == 0 ? element(2) : null;
    isExclusive = random.below(3) == 0 && (initial != null || !operator.equals("recurrence"));
    segments = random.below(3) == 0 ? null : RandomSegments.random(random, (int) shape[axis]);
    int size = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
    // So few extremes if they are refused that not all lines have some.
    int rare = steps.isChecked() ? 1 + size : 4;
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(element(rare));
    }
    in = NDArray.of(elements, DType.OBJECT).reshape(shape).astype(type);
  }

  /** Whether something is refused in this case, as obvious loops say. */
  boolean isRefused() {
    return refusedAt != null;
  }

  /** Compares what the library does with what obvious loops do. */
  void check(String description) {
    List<Object> expected = expected();
    Scan scan = scan();
    NDArray out = in.copy().flip(axis);
    NDArray before = out.copy();
    Scan whole = segments == null ? scan : segments.of(scan);
    if (refusedAt == null) {
      whole.apply(in, out);
      assertNull(OracleArrays.difference(description, type, expected, out));
      assertNull(OracleArrays.difference(description, type, expected, whole.apply(in)));
    } else {
      for (Runnable way : List.<Runnable>of(() -> whole.apply(in), () -> whole.apply(in, out))) {
        String message =
            Objects.requireNonNull(
                assertThrows(ArithmeticException.class, way::run, description).getMessage());
        assertTrue(
            message.startsWith(refusal), description + ": " + message + ", expected " + refusal);
      }
      assertEquals(Checksum.of(before), Checksum.of(out), description + ": out is touched");
    }
    if (segments == null && !isReverse && !isExclusive) {
      stream(scan, expected, description);
    }
  }

  private Scan scan() {
    Operator operator =
        switch (steps.operator()) {
          case "add" -> Operator.ADD;
          case "multiply" -> Operator.MULTIPLY;
          default -> Operator.recurrence((byte) steps.coefficient());
        };
    Scan scan =
        Scan.of(operator)
            .axis(axis)
            .overflow(steps.isChecked() ? OverflowPolicy.CHECKED : OverflowPolicy.SATURATE);
    scan = type.kind() == Kind.TIMEDELTA64 ? scan : scan.dtype(type);
    scan = initial == null ? scan : scan.initial(NDArray.of(initial, DType.OBJECT).astype(type));
    scan = isReverse ? scan.reverse() : scan;
    return isExclusive ? scan.exclusive() : scan;
  }

  /** The results in C order, as far as there are any. */
  private List<Object> expected() {
    Object[] results = new Object[(int) in.size()];
    int inner = axis == shape.length - 1 ? 1 : (int) shape[1];
    List<Integer> all = IntStream.range(0, (int) shape[axis]).boxed().toList();
    for (int line = 0; line < in.size() / shape[axis]; line++) {
      int from = line / inner * inner * (int) shape[axis] + line % inner;
      for (List<Integer> segment : segments == null ? List.of(all) : segments.elements()) {
        List<Integer> places =
            new ArrayList<>(segment.stream().map(k -> from + k * inner).toList());
        if (isReverse) {
          Collections.reverse(places);
        }
        scan(places, results);
      }
    }
    return Arrays.asList(results);
  }

  private void scan(List<Integer> places, Object[] results) {
    Object last = initial;
    int shift = isExclusive ? 1 : 0;
    if (isExclusive) {
      results[places.getFirst()] = initial == null ? identity() : initial;
    }
    for (int k = 0; k + shift < places.size(); k++) {
      Object element = at(places.get(k));
      int place = places.get(k + shift);
      try {
        last = last == null ? element : steps.step(last, element);
      } catch (Beyond beyond) {
        refuse(index(place), beyond.value());
        return;
      }
      results[place] = last;
    }
  }

  private void refuse(long[] index, @Nullable BigInteger value) {
    if (refusedAt != null && Arrays.compare(refusedAt, index) < 0) {
      return;
    }
    refusedAt = index;
    String name =
        steps.operator().equals("recurrence")
            ? "recurrence(" + steps.coefficient() + ")"
            : steps.operator();
    String place = index.length == 1 ? index[0] + "," : index[0] + ", " + index[1];
    refusal =
        "%s overflows %s at index (%s): %s"
            .formatted(name, type, place, value == null ? "" : value.toString());
  }

  private long[] index(int place) {
    return shape.length == 1 ? new long[] {place} : new long[] {place / shape[1], place % shape[1]};
  }

  private Object at(int place) {
    return exact(Objects.requireNonNull(in.get(index(place))));
  }

  private static Object exact(Object element) {
    boolean isInteger = !(element instanceof Float || element instanceof Double);
    return isInteger && element instanceof Number number && !(element instanceof BigInteger)
        ? BigInteger.valueOf(number.longValue())
        : element;
  }

  private Object identity() {
    int value = steps.operator().equals("multiply") ? 1 : 0;
    if (type.kind().isComplex()) {
      return new Complex(value, 0);
    }
    return type.kind().isFloat() ? steps.boxed(value) : BigInteger.valueOf(value);
  }

  /** An element that is small, or, one time in so many, near a bound. */
  private Object element(int rare) {
    Kind kind = steps.kind();
    if (kind.isComplex()) {
      return new Complex(part(rare), part(rare));
    }
    if (kind.isFloat()) {
      return steps.boxed(part(rare));
    }
    BigInteger small = BigInteger.valueOf(random.below(4));
    if (random.below(rare) > 0) {
      boolean isNegative = !kind.isUnsignedInteger() && random.below(2) == 0;
      return isNegative ? small.negate() : small;
    }
    return switch (random.below(kind == Kind.TIMEDELTA64 ? 4 : 3)) {
      case 0 -> steps.most().subtract(small);
      case 1 -> steps.least().add(small);
      case 2 -> steps.most().shiftRight(1).add(small);
      default -> BoundedSteps.NAT;
    };
  }

  private double part(int rare) {
    if (random.below(rare) > 0) {
      return random.below(9) / 4.0 - 1;
    }
    double most =
        switch (steps.kind()) {
          case FLOAT16 -> 65504;
          case FLOAT32, COMPLEX64 -> Float.MAX_VALUE;
          default -> Double.MAX_VALUE;
        };
    return new double[] {most, -most, most / 2, most / 2, Double.NaN, Double.POSITIVE_INFINITY}
        [random.below(6)];
  }

  /** Chunk by chunk: of the same results as a whole, or refused with nothing written. */
  private void stream(Scan scan, List<Object> expected, String description) {
    ScanStream stream = scan.stream(type, shape);
    NDArray results = in.copy();
    boolean isRefused = false;
    for (long done = 0; done < shape[axis] && !isRefused; ) {
      long count = Math.min(shape[axis] - done, 1 + random.below(1 + (int) shape[axis]));
      String part = ":,".repeat(axis) + done + ":" + (done + count);
      NDArray chunk = in.slice(part);
      NDArray target = results.slice(part);
      try {
        stream.feed(chunk, target);
        done += count;
      } catch (ArithmeticException refused) {
        isRefused = true;
        assertEquals(Checksum.of(chunk), Checksum.of(target), description + ": chunk is touched");
        assertEquals(done, stream.position(), description);
      }
    }
    assertEquals(refusedAt != null, isRefused, description + ", stream");
    if (!isRefused) {
      assertNull(OracleArrays.difference(description + ", stream", type, expected, results));
    }
  }

  @Override
  public String toString() {
    return "%s %s, axis %d%s%s, from %s, %s, %s"
        .formatted(
            type,
            Arrays.toString(shape),
            axis,
            isReverse ? ", reverse" : "",
            isExclusive ? ", exclusive" : "",
            initial,
            steps.isChecked() ? "checked" : "saturating",
            segments);
  }
}
