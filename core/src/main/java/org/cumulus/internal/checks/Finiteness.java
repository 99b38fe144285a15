package org.cumulus.internal.checks;

import org.cumulus.Complex;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/** Whether there is anything but finite numbers in an array. */
final class Finiteness {
  private Finiteness() {}

  /** Whether all floats, parts of complex numbers and objects are finite; integers are. */
  static boolean isEverywhere(View view) {
    if (view.size() == 0 || !NaNs.areIn(view.dtype())) {
      return true;
    }
    View parts = Parts.asLastAxis(view);
    return switch (parts.memory()) {
      case Memory.Heap heap
          when heap.array() instanceof double[] array && array.length == parts.size() ->
          areFinite(array);
      case Memory.Heap heap
          when heap.array() instanceof float[] array && array.length == parts.size() ->
          areFinite(array);
      default -> {
        boolean[] areFinite = {true};
        Loops.inOrder(parts, parts)
            .run(
                parts.offset(),
                parts.offset(),
                (position, _) -> areFinite[0] &= isFinite(parts, position));
        yield areFinite[0];
      }
    };
  }

  /** Adding one to an exponent of all ones changes the sign; bits are quicker than comparisons. */
  private static boolean areFinite(double[] values) {
    long signs = 0;
    for (double value : values) {
      long exponent = Double.doubleToRawLongBits(value) & 0x7ff0_0000_0000_0000L;
      signs |= exponent + 0x0010_0000_0000_0000L;
    }
    return signs >= 0;
  }

  private static boolean areFinite(float[] values) {
    int signs = 0;
    for (float value : values) {
      signs |= (Float.floatToRawIntBits(value) & 0x7f80_0000) + 0x0080_0000;
    }
    return signs >= 0;
  }

  private static boolean isFinite(View view, long position) {
    return view.dtype().kind().isFloat()
        ? Double.isFinite(Elements.floating(view, position))
        : isFinite(Elements.get(view, position));
  }

  private static boolean isFinite(@Nullable Object value) {
    return switch (value) {
      case Double number -> Double.isFinite(number);
      case Complex(double re, double im) -> Double.isFinite(re) && Double.isFinite(im);
      case null, default -> true;
    };
  }
}
