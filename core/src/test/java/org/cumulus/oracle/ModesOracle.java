package org.cumulus.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.cumulus.Scan;
import org.cumulus.golden.Indices;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;

/**
 * What an operator and the modes of a scan mean, by obvious loops over lists of elements, one axis
 * after the other.
 *
 * @param operator one of NumPy's
 * @param axes the axes, in range; none for the flattened array
 * @param initial an array without dimensions of the operation's dtype, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ModesOracle(
    Operator operator,
    int[] axes,
    boolean isExclusive,
    boolean isReverse,
    boolean hasInitial,
    @Nullable NDArray initial) {

  /** The modes of a cumulative sum. */
  ModesOracle(
      int[] axes,
      boolean isExclusive,
      boolean isReverse,
      boolean hasInitial,
      @Nullable NDArray initial) {
    this(Operator.ADD, axes, isExclusive, isReverse, hasInitial, initial);
  }

  /** Random modes of a cumulative sum. */
  static ModesOracle random(SplitMix random, int ndim, NDArray value) {
    return random(Operator.ADD, random, ndim, value);
  }

  /** A random combination that is no contradiction. */
  static ModesOracle random(Operator operator, SplitMix random, int ndim, NDArray value) {
    List<Integer> all = new ArrayList<>();
    for (int axis = 0; axis < ndim; axis++) {
      all.add(random.below(all.size() + 1), axis);
    }
    int[] axes = all.stream().limit(random.below(ndim + 1)).mapToInt(axis -> axis).toArray();
    int shift = random.below(3);
    boolean starts = axes.length <= 1 && random.below(2) == 0;
    shift = starts || operator.identity().isPresent() ? shift : 0;
    return new ModesOracle(
        operator, axes, shift == 1, random.below(2) == 0, shift == 2, starts ? value : null);
  }

  /** The request for it. */
  Scan scan() {
    Scan scan = Scan.of(operator);
    scan = initial == null ? scan : scan.initial(initial);
    scan = axes.length == 0 ? scan : scan.axes(axes);
    scan = isExclusive ? scan.exclusive() : scan;
    scan = isReverse ? scan.reverse() : scan;
    return hasInitial ? scan.includeInitial() : scan;
  }

  long[] resultShape(long... shape) {
    long[] result = axes.length == 0 ? new long[] {product(shape)} : shape.clone();
    for (int axis : resultAxes()) {
      result[axis] += hasInitial ? 1 : 0;
    }
    return result;
  }

  /** The elements of the result in C order, from an input of the operation's dtype. */
  List<Object> elements(NDArray input) {
    List<Object> elements = new ArrayList<>();
    for (long[] index : Indices.of(input.shape())) {
      elements.add(Objects.requireNonNull(input.get(index)));
    }
    long[] shape = axes.length == 0 ? new long[] {input.size()} : input.shape();
    Object start = start(input.dtype());
    for (int axis : resultAxes()) {
      elements = along(axis, shape, elements, input.dtype().kind(), start);
      shape[axis] += hasInitial ? 1 : 0;
    }
    return elements;
  }

  /** What lines start from: the initial value, or the identity in a dtype. */
  Object start(DType type) {
    Object identity = operator.identity().orElse(0);
    NDArray first = initial == null ? NDArray.of(identity).astype(type) : initial;
    return Objects.requireNonNull(first.get());
  }

  private List<Object> along(int axis, long[] shape, List<Object> in, Kind kind, Object start) {
    int inner = (int) product(Arrays.copyOfRange(shape, axis + 1, shape.length));
    int outer = (int) product(Arrays.copyOfRange(shape, 0, axis));
    int length = (int) shape[axis];
    int resultLength = hasInitial ? length + 1 : length;
    Object[] out = new Object[outer * resultLength * inner];
    for (int i = 0; i < outer; i++) {
      for (int j = 0; j < inner; j++) {
        List<Object> line = new ArrayList<>();
        for (int k = 0; k < length; k++) {
          line.add(in.get((i * length + k) * inner + j));
        }
        List<Object> sums = sums(line, kind, start);
        for (int k = 0; k < resultLength; k++) {
          out[(i * resultLength + k) * inner + j] = sums.get(k);
        }
      }
    }
    return Arrays.asList(out);
  }

  List<Object> sums(List<Object> line, Kind kind, Object start) {
    List<Object> forward = new ArrayList<>(line);
    if (isReverse) {
      Collections.reverse(forward);
    }
    if (initial != null) {
      forward.addFirst(start);
    }
    List<Object> sums = new ArrayList<>(LineFold.of(operator, kind, forward));
    if (initial != null) {
      sums.removeFirst();
    }
    if (isExclusive || hasInitial) {
      sums.addFirst(start);
    }
    if (isExclusive) {
      sums.removeLast();
    }
    if (isReverse) {
      Collections.reverse(sums);
    }
    return sums;
  }

  private int[] resultAxes() {
    return axes.length == 0 ? new int[] {0} : axes;
  }

  private static long product(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return "%s, axes %s%s%s%s%s"
        .formatted(
            operator,
            Arrays.toString(axes),
            isExclusive ? ", exclusive" : "",
            isReverse ? ", reverse" : "",
            hasInitial ? ", include initial" : "",
            initial == null ? "" : ", initial " + initial.get());
  }
}
