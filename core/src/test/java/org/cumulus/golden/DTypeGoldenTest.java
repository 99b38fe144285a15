package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.DType;
import org.junit.jupiter.api.Test;

/** What names of dtypes mean, against NumPy: every spelling it takes, and many that it does not. */
class DTypeGoldenTest {
  @Test
  void everySpelling() {
    List<String> cases = GoldenFile.cases("dtypes.txt");
    List<String> wrong = new ArrayList<>();
    for (String line : cases) {
      String name = line.substring(0, line.indexOf('\t'));
      String expected = line.substring(line.indexOf('\t') + 1);
      String actual;
      try {
        DType dtype = DType.of(name);
        actual = dtype.str() + "\t" + dtype.name() + "\t" + dtype;
        assertEquals(dtype, DType.of(dtype.str()), name);
        assertEquals(dtype.toNativeOrder(), DType.of(dtype.name()), name);
      } catch (IllegalArgumentException e) {
        actual = "! " + e.getMessage();
      }
      if (!matches(name, expected, actual)) {
        wrong.add(line + "\n   Cumulus: " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** Where NumPy does not understand text or structured names, we may say that we never do. */
  private static boolean matches(String name, String expected, String actual) {
    boolean unsupported = actual.startsWith("! data type '" + name + "' is not supported: ");
    if (expected.equals("unsupported")) {
      return unsupported;
    }
    return (unsupported && expected.endsWith(" not understood"))
        || ErrorTexts.matches(expected.replaceFirst(" at position \\d+$", ""), actual);
  }
}
