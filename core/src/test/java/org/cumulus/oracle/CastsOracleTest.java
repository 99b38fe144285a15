package org.cumulus.oracle;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.OverflowPolicy;
import org.cumulus.Scan;
import org.cumulus.ScanStream;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Indices;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator on elements of every dtype, in every dtype, into outputs of every dtype: in random
 * layouts and modes, of segments, and as a stream. First each element is cast, then come obvious
 * loops, then each result is cast; casts themselves are tested against NumPy. The case number is
 * the seed.
 */
class CastsOracleTest {
  private static final List<Kind> KINDS =
      Stream.of(Kind.values())
          .filter(kind -> kind != Kind.OBJECT && kind != Kind.TIMEDELTA64)
          .toList();

  private static final int CASES = 8;
  private static final int CASES_OF_SUMS = 40;

  private static final List<Layout> LAYOUTS = List.of(Layout.values());
  private static final List<ElementValues.Mode> MODES = List.of(ElementValues.Mode.values());

  private static final List<OverflowPolicy> POLICIES = List.of(OverflowPolicy.values());

  /** Around a lane, a vector, and the steps that a tile is cut into. */
  private static final int[] TURNS = {4, 8, 16, 32, 64};

  static Stream<OperatorsOracleTest.Case> cases() {
    return Stream.concat(
            Stream.of(Kind.values()).map(kind -> new OperatorsOracleTest.Case(Operator.ADD, kind)),
            OperatorsOracleTest.cases())
        .filter(each -> KINDS.contains(each.kind()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyInput(OperatorsOracleTest.Case each) {
    int count = each.operator() == Operator.ADD ? CASES_OF_SUMS : CASES;
    for (Kind kind : KINDS) {
      for (int number = 0; number < count; number++) {
        SplitMix random = each.random(number * KINDS.size() + KINDS.indexOf(kind));
        assertNull(
            difference(each.operator(), kind, OracleArrays.type(each.kind()), random),
            "case " + number);
      }
    }
  }

  /** -1 and 1 are both true, although their sum is zero. */
  @Test
  void sumsInBoolAreOfTruths() {
    int[] elements = {-1, 1};
    assertEquals("[ True  True]", Cumulus.cumsum(elements, null, DType.BOOL).toString());
    assertEquals("[-1  0]", Cumulus.cumsum(elements, null, DType.INT32).toString());
  }

  private static @Nullable String difference(
      Operator operator, Kind kind, DType type, SplitMix random) {
    long[] shape = shape(random);
    // Of small numbers of both signs sums are often zero.
    ElementValues.Mode mode =
        random.below(2) == 0 ? ElementValues.Mode.SIGNED : MODES.get(random.below(MODES.size()));
    DType stored = OracleArrays.type(kind);
    // Loops that take elements as they stand are for arrays of Java's own.
    boolean isPlain = random.below(2) == 0;
    Layout layout = isPlain ? Layout.C : LAYOUTS.get(random.below(LAYOUTS.size()));
    stored = !isPlain && random.below(3) == 0 ? stored.withByteOrder(BIG_ENDIAN) : stored;
    long[] base = layout.baseShape(shape);
    NDArray elements = OracleArrays.array(stored, random, mode, base);
    NDArray in = layout.view(isPlain ? onHeap(elements) : elements, shape);
    NDArray value = OracleArrays.array(type, random, mode, 1).reshape(new long[0]);
    ModesOracle modes = ModesOracle.random(operator, random, shape.length, value);
    Scan scan = modes.scan().dtype(type);
    if (type.equals(DType.BOOL)) {
      // What is true or false is never beyond a range.
      scan = scan.overflow(POLICIES.get(random.below(POLICIES.size())));
    }
    boolean hasOneAxis = modes.axes().length <= 1;
    int way = random.below(hasOneAxis ? 4 : 2);
    String what =
        "%s %s %s in %s, %s".formatted(stored, layout, Arrays.toString(shape), type, modes);
    if (way == 2 && !modes.isReverse()) {
      return ofStream(scan, in, modes, type, random, what);
    }
    NDArray operands = in.astype(type);
    List<Object> expected = modes.elements(operands);
    if (way == 3 && !modes.hasInitial()) {
      boolean isFlat = modes.axes().length == 0;
      int axis = isFlat ? 0 : modes.axes()[0];
      RandomSegments segments =
          RandomSegments.random(random, (int) (isFlat ? in.size() : shape[axis]));
      scan = segments.of(scan);
      expected = SegmentsOracleTest.expected(operands, axis, isFlat, modes, segments);
      what += ", " + segments;
    }
    long[] resultShape = modes.resultShape(shape);
    if (way == 0) {
      return OracleArrays.difference(what, type, expected, scan.apply(in));
    }
    DType outType = OracleArrays.type(KINDS.get(random.below(KINDS.size())));
    Layout outLayout = LAYOUTS.get(random.below(6));
    NDArray out =
        outLayout.view(
            OracleArrays.array(outType, random, mode, outLayout.baseShape(resultShape)),
            resultShape);
    scan.apply(in, out);
    return OracleArrays.difference(
        what + ", into " + outLayout + " of " + outType,
        outType,
        cast(expected, type, outType),
        out);
  }

  /** The same elements in an array of the Java type that has them. */
  private static NDArray onHeap(NDArray elements) {
    boolean isBool = elements.dtype().equals(DType.BOOL);
    return isBool ? NDArray.wrap(elements.toFlatArray(), elements.shape()) : elements.copy();
  }

  private static @Nullable String ofStream(
      Scan scan, NDArray in, ModesOracle modes, DType type, SplitMix random, String what) {
    boolean isFlat = modes.axes().length == 0;
    int axis = isFlat ? 0 : modes.axes()[0];
    NDArray elements = isFlat ? in.ravel() : in;
    long length = elements.shape()[axis];
    ScanStream stream = isFlat ? scan.stream(in.dtype()) : scan.stream(in.dtype(), in.shape());
    NDArray actual = NDArray.zeros(type, modes.resultShape(in.shape()));
    StringBuilder cuts = new StringBuilder(what + ", as a stream cut at");
    long given = 0;
    for (long done = 0; done < length || given < actual.shape()[axis]; ) {
      long end = Math.min(length, done + random.below((int) length + 1));
      String chunk = ":,".repeat(axis) + done + ":" + end;
      NDArray results = stream.feed(elements.slice(chunk));
      long count = results.shape()[axis];
      results.copyTo(actual.slice(":,".repeat(axis) + given + ":" + (given + count)));
      done = end;
      given += count;
      cuts.append(' ').append(end);
    }
    return OracleArrays.difference(cuts, type, modes.elements(in.astype(type)), actual);
  }

  /** Up to three dimensions, of few elements or with lines or lanes around a turn. */
  private static long[] shape(SplitMix random) {
    long[] shape = new long[1 + random.below(3)];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = random.below(5);
    }
    if (random.below(2) == 0) {
      int turn = TURNS[random.below(TURNS.length)];
      shape[random.below(shape.length)] = turn - 1L + random.below(3);
    }
    if (random.below(30) == 0) {
      return new long[] {2046 + random.below(5)};
    }
    return shape;
  }

  private static List<Object> cast(List<Object> results, DType type, DType to) {
    NDArray cast = NDArray.of(results, DType.OBJECT).astype(type).astype(to);
    List<Object> elements = new ArrayList<>();
    for (long[] index : Indices.of(cast.shape())) {
      elements.add(Objects.requireNonNull(cast.get(index)));
    }
    return elements;
  }
}
