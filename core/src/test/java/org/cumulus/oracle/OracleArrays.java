package org.cumulus.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.cumulus.golden.ElementBits;
import org.cumulus.golden.ElementValues;
import org.cumulus.golden.Indices;
import org.cumulus.golden.SplitMix;
import org.cumulus.golden.Store;
import org.jspecify.annotations.Nullable;

/** Random arrays for oracles, and what is different from their results. */
final class OracleArrays {
  private static final List<Store> STORES = List.of(Store.values());

  private OracleArrays() {}

  static DType type(Kind kind) {
    return DType.of(kind.name().toLowerCase(Locale.ROOT));
  }

  /** An array in C order in memory of a random kind. */
  static NDArray array(DType type, SplitMix random, ElementValues.Mode mode, long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    return type.kind() == Kind.OBJECT
        ? NDArray.of(ElementValues.objects(size, mode, random.next()), type).reshape(shape)
        : STORES
            .get(random.below(STORES.size()))
            .array(type, ElementValues.bytes(type, size, mode, random.next()), shape);
  }

  /** Lines of several tiles, short and long, few and many. */
  static long[] shapeOfManyTiles(SplitMix random) {
    return switch (random.below(3)) {
      case 0 -> new long[] {2000 + random.below(6000)};
      case 1 -> new long[] {2 + random.below(9), 1000 + random.below(2000)};
      default -> new long[] {30 + random.below(70), 30 + random.below(70)};
    };
  }

  /** The first element that is not the expected one, in C order; null if there is none. */
  static @Nullable String difference(
      CharSequence description, DType type, List<Object> expected, NDArray actual) {
    int i = 0;
    for (long[] index : Indices.of(actual.shape())) {
      Object element = actual.get(index);
      if (!ElementBits.same(type.kind(), expected.get(i), element)) {
        return "%s: at %s expected %s, was %s"
            .formatted(description, Arrays.toString(index), expected.get(i), element);
      }
      i++;
    }
    return i == expected.size() ? null : description + ": " + i + " elements";
  }
}
