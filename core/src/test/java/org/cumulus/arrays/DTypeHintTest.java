package org.cumulus.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.cumulus.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant by a dtype that NumPy does not know. */
class DTypeHintTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "INT32,int32",
        "Int32,int32",
        " int32,int32",
        "FLOAT64,float64",
        "np.float64,float64",
        "numpy.Double,double",
        "F8,f8",
        "Bool,bool",
        "boolean,bool",
        "TimeDelta64[s],timedelta64[s]",
      })
  void hints(String name, String meant) {
    assertEquals(
        "data type '" + name + "' not understood: did you mean " + meant + "?", message(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "INT33", "<bool", "np.", "Object3"})
  void noHint(String name) {
    assertEquals("data type '" + name + "' not understood", message(name));
  }

  private static String message(String name) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> DType.of(name)).getMessage());
  }
}
