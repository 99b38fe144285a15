package org.cumulus.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import org.cumulus.DType;
import org.cumulus.NDArray;
import org.cumulus.Scan;
import org.cumulus.golden.Checksum;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Layout;
import org.cumulus.golden.SplitMix;
import org.jspecify.annotations.Nullable;

/**
 * What a scan is to give, wherever its result goes.
 *
 * @param description of the case, for messages
 * @param type the dtype of the result
 * @param elements in C order
 */
record ExpectedResult(String description, DType type, List<Object> elements) {
  private static final List<Layout> LAYOUTS = List.of(Layout.values());

  /**
   * The first difference of a scan in place, into an output among sentinels, or into a fresh array,
   * as it comes; null if there is none.
   *
   * @param canBeInPlace whether the input can hold the result
   * @param mode of the values that stand in the output before
   * @param shape of the result
   */
  @Nullable String difference(
      Scan scan,
      NDArray in,
      boolean canBeInPlace,
      SplitMix random,
      ElementValues.Mode mode,
      long... shape) {
    int way = random.below(3);
    if (way == 0 && canBeInPlace) {
      scan.apply(in, in);
      return difference(", in place", in);
    }
    if (way == 1) {
      Layout outLayout = LAYOUTS.get(random.below(6));
      NDArray whole = OracleArrays.array(type, random, mode, outLayout.baseShape(shape));
      NDArray expectedWhole = whole.copy();
      NDArray out = outLayout.view(whole, shape);
      assertSame(out, scan.apply(in, out));
      out.copyTo(outLayout.view(expectedWhole, shape));
      assertEquals(Checksum.of(expectedWhole), Checksum.of(whole), description + ": beside out");
      return difference(", into " + outLayout, out);
    }
    NDArray fresh = scan.apply(in);
    assertEquals(Arrays.toString(shape), Arrays.toString(fresh.shape()), description);
    assertEquals(type, fresh.dtype(), description);
    return difference("", fresh);
  }

  private @Nullable String difference(String way, NDArray actual) {
    return OracleArrays.difference(description + way, type, elements, actual);
  }
}
