package org.cumulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What callers without a null checker are told. */
@SuppressWarnings("NullAway") // It would stop the very mistakes that are made here.
class NullArgumentsTest {
  @Test
  void nullIsNoArray() {
    String message = "null is not a number: expected a number, a boolean, an array or a sequence";
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> NDArray.of(null)).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(null, DType.INT8))
            .getMessage());
  }

  @Test
  void nullIsNoNameOfADtype() {
    assertEquals(
        "name", assertThrows(NullPointerException.class, () -> DType.of(null)).getMessage());
  }
}
