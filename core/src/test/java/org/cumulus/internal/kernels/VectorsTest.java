package org.cumulus.internal.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.cumulus.internal.kernels.Vectors.Circumstances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When there are vectors, and when not. */
final class VectorsTest {
  @Test
  void byDefaultWhereTheyPay() {
    assertNull(Vectors.reasonAgainst(new Circumstances("auto", true, true, 256)));
    assertNull(Vectors.reasonAgainst(new Circumstances("auto", true, true, 512)));
    assertSays("128 bits", new Circumstances("auto", true, true, 128));
    assertSays("second compiler", new Circumstances("auto", true, false, 512));
    assertSays("--add-modules", new Circumstances("auto", false, true, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"128", "256", "512"})
  void forced(String width) {
    assertNull(Vectors.reasonAgainst(new Circumstances(width, true, true, 512)));
    assertNull(Vectors.reasonAgainst(new Circumstances(width, true, false, 128)));
    assertSays("--add-modules", new Circumstances(width, false, true, 0));
  }

  @Test
  void switchedOff() {
    assertSays("is off", new Circumstances("off", true, true, 512));
    assertSays("none of", new Circumstances("64", true, true, 512));
    assertSays("none of", new Circumstances("", true, true, 512));
  }

  private static void assertSays(String part, Circumstances here) {
    String reason = Objects.requireNonNullElse(Vectors.reasonAgainst(here), "none");
    assertTrue(reason.contains(part), here + ": " + reason);
  }

  /** The builds that force them do so in vain where they are not on. */
  @Test
  void inThisProcess() {
    Circumstances here = Circumstances.here();
    Vectors.count(1L << 30);
    assertEquals(Vectors.reasonAgainst(here) == null, Vectors.isOn(), here.toString());
    if (System.getProperty("cumulus.simd", "auto").matches("[0-9]+")) {
      assertTrue(Vectors.isOn(), here.toString());
    }
  }
}
