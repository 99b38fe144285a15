package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.golden.ElementValues.Mode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code numpy.diff} from any kind of memory: dtype, shape, strides and every bit. */
class DiffGoldenTest {
  @ParameterizedTest
  @EnumSource(Store.class)
  void numpysDifferences(Store store) {
    List<String> wrong = new ArrayList<>();
    for (String line : GoldenFile.cases("diff.txt")) {
      String expected = line.substring(line.indexOf(" => ") + 4);
      String actual = actual(line.substring(0, line.indexOf(" => ")).split(" ", -1), store);
      if (!ErrorTexts.matches(expected, actual)) {
        wrong.add(line + "\n   Cumulus: " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  private static String actual(String[] columns, Store store) {
    long seed = Long.parseLong(columns[0]);
    DType type = DType.of(columns[1]);
    long[] shape = CumsumCase.numbers(columns[2]);
    Layout layout = Layout.valueOf(columns[3].toUpperCase(Locale.ROOT));
    Mode mode = Mode.valueOf(columns[4].toUpperCase(Locale.ROOT));
    int axis = Integer.parseInt(columns[6]);
    NDArray base = CumsumCase.elements(type, mode, store, seed, layout.baseShape(shape));
    NDArray a = layout.view(base, shape);
    NDArray before = neighbour(columns[7], shape, axis, mode, store, seed + 1_000_000);
    NDArray after = neighbour(columns[8], shape, axis, mode, store, seed + 2_000_000);
    NDArray result;
    try {
      result = Cumulus.diff(a, Integer.parseInt(columns[5]), axis, before, after);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return "! " + e.getMessage();
    }
    boolean isView = columns[5].equals("0");
    boolean tellsStrides = result.size() > 0 && !isView && before == null && after == null;
    return String.join(
        " ",
        result.dtype().str(),
        CumsumCase.text(result.shape()),
        tellsStrides ? CumsumCase.text(result.strides()) : "-",
        Checksum.of(result));
  }

  /** {@code neighbour} in {@code diff.py}. */
  private static @Nullable NDArray neighbour(
      String text, long[] shape, int axis, Mode mode, Store store, long seed) {
    if (text.equals("-")) {
      return null;
    }
    String length = text.substring(0, text.indexOf(':'));
    DType type = DType.of(text.substring(text.indexOf(':') + 1));
    if (length.equals("scalar")) {
      return CumsumCase.elements(type, mode, store, seed, 1).select(0, 0);
    }
    long[] other = Arrays.copyOf(shape, shape.length);
    other[Math.floorMod(axis, shape.length)] = Long.parseLong(length);
    return CumsumCase.elements(type, mode, store, seed, other);
  }
}
