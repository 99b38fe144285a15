package org.cumulus.golden;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.golden.ElementValues.Mode;
import org.jspecify.annotations.Nullable;

/**
 * One line of a golden file of cumulative sums: {@code number in shape layout values axis dtype out
 * out-layout => dtype shape strides checksum}, or {@code => ! error}; some have a column more,
 * which is 1 where the result includes the initial value. The number is the seed, too.
 */
public final class CumsumCase {
  /** What stands in an output before; {@code sentinels} in {@code inputs.py}. */
  private static final byte SENTINEL = 0x5a;

  private static final Object OBJECT_SENTINEL = 77;

  private final Function function;
  private final String line;
  private final String[] columns;
  private final long[] shape;

  /** A function of NumPy's, whose golden file it is. */
  @FunctionalInterface
  interface Function {
    NDArray apply(
        NDArray a,
        @Nullable Integer axis,
        @Nullable DType dtype,
        @Nullable NDArray out,
        boolean includeInitial);
  }

  CumsumCase(Function function, String line) {
    this.function = function;
    this.line = line;
    columns = line.substring(0, line.indexOf(" => ")).split(" ", -1);
    shape = numbers(columns[2]);
  }

  /** What NumPy made of it. */
  String expected() {
    return line.substring(line.indexOf(" => ") + 4);
  }

  /** What Cumulus makes of it, with input and output in the given kinds of memory. */
  String actual(Store inStore, Store outStore) {
    DType type = DType.of(columns[1]);
    Layout layout = layout(columns[3]);
    Mode mode = Mode.valueOf(columns[4].toUpperCase(Locale.ROOT));
    long[] baseShape = layout.baseShape(shape);
    long seed = Long.parseLong(columns[0]);
    NDArray a = layout.view(elements(type, mode, inStore, seed, baseShape), shape);
    Integer axis = columns[5].equals("-") ? null : Integer.valueOf(columns[5]);
    DType dtype = columns[6].equals("-") ? null : DType.of(columns[6]);
    try {
      if (columns[7].equals("-")) {
        NDArray result = function.apply(a, axis, dtype, null, includesInitial());
        return text(result, result);
      }
      return intoOutput(a, axis, dtype, outStore);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return "! " + e.getMessage();
    }
  }

  private boolean includesInitial() {
    return columns.length > 9 && columns[9].equals("1");
  }

  private String intoOutput(
      NDArray a, @Nullable Integer axis, @Nullable DType dtype, Store outStore) {
    Layout layout = layout(columns[8]);
    long[] resultShape =
        axis == null ? new long[] {a.size()} : shape.length == 0 ? new long[] {1} : shape.clone();
    if (includesInitial()) {
      resultShape[axis == null ? 0 : Math.floorMod(axis, resultShape.length)]++;
    }
    NDArray whole = sentinels(DType.of(columns[7]), outStore, layout.baseShape(resultShape));
    String before = Checksum.of(whole);
    NDArray out = layout.view(whole, resultShape);
    try {
      NDArray result = function.apply(a, axis, dtype, out, includesInitial());
      return result == out ? text(out, whole) : "another array than out";
    } catch (IllegalArgumentException | ArithmeticException e) {
      return before.equals(Checksum.of(whole)) ? "! " + e.getMessage() : "out was touched";
    }
  }

  /** The elements that follow from a seed; {@code base} in {@code inputs.py}. */
  public static NDArray elements(DType type, Mode mode, Store store, long seed, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    return type.kind() == Kind.OBJECT
        ? NDArray.of(ElementValues.objects(size, mode, seed), type).reshape(shape)
        : store.array(type, ElementValues.bytes(type, size, mode, seed), shape);
  }

  private static NDArray sentinels(DType type, Store store, long... baseShape) {
    int size = (int) Arrays.stream(baseShape).reduce(1, Math::multiplyExact);
    if (type.kind() == Kind.OBJECT) {
      return NDArray.of(Collections.nCopies(size, OBJECT_SENTINEL), type).reshape(baseShape);
    }
    byte[] bytes = new byte[size * type.itemSize()];
    Arrays.fill(bytes, type.kind() == Kind.BOOL ? 1 : SENTINEL);
    return store.array(type, bytes, baseShape);
  }

  private static String text(NDArray result, NDArray whole) {
    return String.join(
        " ",
        result.dtype().str(),
        text(result.shape()),
        result.size() == 0 ? "-" : text(result.strides()),
        Checksum.of(whole));
  }

  private static Layout layout(String name) {
    return Layout.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** {@code 2,3}, or {@code ()} for none. */
  static long[] numbers(String text) {
    return text.equals("()")
        ? new long[0]
        : Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
  }

  public static String text(long[] numbers) {
    return numbers.length == 0
        ? "()"
        : String.join(",", Arrays.stream(numbers).mapToObj(Long::toString).toList());
  }
}
