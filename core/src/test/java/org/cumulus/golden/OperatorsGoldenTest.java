package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cumulus.Cumulus;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Operator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operator against NumPy's ufunc: the bits, the dtype, the strides, what is refused. */
class OperatorsGoldenTest {
  private static final Store[] STORES = Store.values();

  private static final Map<String, Operator> OPERATORS =
      Operator.UFUNCS.stream().collect(Collectors.toMap(Operator::toString, operator -> operator));

  private static CumsumCase.Function function(String name) {
    return switch (name) {
      case "cumprod" -> (a, axis, dtype, out, _) -> Cumulus.cumprod(a, axis, dtype, out);
      case "nancumprod" -> (a, axis, dtype, out, _) -> Cumulus.nancumprod(a, axis, dtype, out);
      case "cumulative_prod" -> Cumulus::cumulativeProd;
      default ->
          (a, axis, dtype, out, _) -> Cumulus.accumulate(operator(name), a, axis, dtype, out);
    };
  }

  /** All dtypes with all dtype arguments, and with all outputs; and in all layouts. */
  @Test
  void everyOperator() {
    List<String> cases = GoldenFile.cases("operators.txt");
    assertEquals(13_760, cases.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String line = cases.get(i);
      int space = line.indexOf(' ');
      CumsumCase golden =
          new CumsumCase(function(line.substring(0, space)), line.substring(space + 1));
      Store in = STORES[i % STORES.length];
      Store out = STORES[i / STORES.length % STORES.length];
      String actual = golden.actual(in, out);
      if (golden.expected().endsWith(" -") && !actual.startsWith("!")) {
        actual = actual.substring(0, actual.lastIndexOf(' ')) + " -";
      }
      if (!ErrorTexts.matches(golden.expected(), actual)) {
        wrong.add(line + "\n   Cumulus: " + actual + " (" + in + ", " + out + ")");
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  /** Infinities, NaN and NaT. */
  @Test
  void specialValues() {
    List<String> cases = GoldenFile.cases("operators-special.txt");
    assertEquals(700, cases.size());
    List<String> wrong = new ArrayList<>();
    for (String line : cases) {
      String[] columns = line.split(" ", -1);
      DType dtype = DType.of(columns[1]);
      NDArray actual = Cumulus.accumulate(operator(columns[0]), array(dtype, columns[2]));
      String bits = bits(dtype, actual);
      if (!bits.equals(columns[4])) {
        wrong.add(line + "\n   Cumulus: " + bits);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** Within two units in the last place for each step before. */
  @Test
  void logarithms() {
    List<String> cases = GoldenFile.cases("logaddexp.txt");
    assertEquals(120, cases.size());
    for (String line : cases) {
      String[] columns = line.split(" ", -1);
      DType dtype = DType.of(columns[0]);
      NDArray actual = Cumulus.accumulate(Operator.LOGADDEXP, array(dtype, columns[1]));
      NDArray expected = array(dtype, columns[3]);
      for (int k = 0; k < actual.size(); k++) {
        double a = number(actual.get(k));
        double b = number(expected.get(k));
        double unit =
            switch (dtype.kind()) {
              case FLOAT16 -> Math.max(Math.scalb(1.0, Math.getExponent(b) - 10), 0x1p-24);
              case FLOAT32 -> Math.ulp((float) b);
              default -> Math.ulp(b);
            };
        boolean isNear = Double.compare(a, b) == 0 || Math.abs(a - b) <= 2 * k * unit;
        assertTrue(isNear, line + " at " + k + ": " + a + " for " + b);
      }
    }
  }

  private static double number(@Nullable Object element) {
    return ((Number) Objects.requireNonNull(element)).doubleValue();
  }

  private static Operator operator(String name) {
    return Objects.requireNonNull(OPERATORS.get(name));
  }

  private static NDArray array(DType dtype, String bits) {
    String[] parts = bits.split(",", -1);
    int size = dtype.itemSize() / (dtype.kind().isComplex() ? 2 : 1);
    byte[] bytes = new byte[parts.length * size];
    for (int i = 0; i < parts.length; i++) {
      byte[] part = HexFormat.of().parseHex(parts[i]);
      for (int j = 0; j < size; j++) {
        bytes[i * size + j] = part[size - 1 - j];
      }
    }
    return Store.JAVA_ARRAY.array(dtype, bytes, bytes.length / dtype.itemSize());
  }

  private static String bits(DType dtype, NDArray array) {
    List<String> bits = new ArrayList<>();
    for (int k = 0; k < array.size(); k++) {
      bits.add(ElementBits.text(dtype.kind(), array.get(k)).replace(':', ','));
    }
    return String.join(",", bits);
  }
}
