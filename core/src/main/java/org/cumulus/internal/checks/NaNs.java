package org.cumulus.internal.checks;

import java.util.OptionalLong;
import org.cumulus.Complex;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.internal.casts.Elements;
import org.cumulus.internal.casts.ObjectCasts;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Loops;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.View;
import org.jspecify.annotations.Nullable;

/** The elements of a view that are NaN: floats, complex numbers with a part that is, objects. */
public final class NaNs {
  private NaNs() {}

  /** Whether an element of a dtype can be NaN. */
  public static boolean areIn(DType dtype) {
    Kind kind = dtype.kind();
    return kind.isFloat() || kind.isComplex() || kind == Kind.OBJECT;
  }

  /** A copy with a number in the place of every NaN; the view itself if its dtype has none. */
  public static View replaced(View in, Object number) {
    if (!areIn(in.dtype())) {
      return in;
    }
    View copy = Copy.cast(in, in.dtype().toNativeOrder());
    int parts = in.dtype().kind().isComplex() ? 2 : 1;
    switch (copy.memory()) {
      case Memory.Heap heap when heap.array() instanceof double[] array ->
          replace(array, parts, ObjectCasts.toDouble(number, in.dtype()));
      case Memory.Heap heap when heap.array() instanceof float[] array ->
          replace(array, parts, (float) ObjectCasts.toDouble(number, in.dtype()));
      default -> replace(copy, number);
    }
    return copy;
  }

  private static void replace(double[] array, int parts, double value) {
    int last = parts - 1;
    for (int i = 0; i < array.length; i += parts) {
      if (Double.isNaN(array[i]) || Double.isNaN(array[i + last])) {
        array[i + last] = 0;
        array[i] = value;
      }
    }
  }

  private static void replace(float[] array, int parts, float value) {
    int last = parts - 1;
    for (int i = 0; i < array.length; i += parts) {
      if (Float.isNaN(array[i]) || Float.isNaN(array[i + last])) {
        array[i + last] = 0;
        array[i] = value;
      }
    }
  }

  private static void replace(View view, Object number) {
    Loops.inOrder(view, view)
        .run(
            view.offset(),
            view.offset(),
            (position, _) -> {
              if (isNaN(view, position)) {
                Elements.set(view, position, number);
              }
            });
  }

  /** Makes every element NaN that is NaN in another view of the same shape, or leaves all alone. */
  public static void keep(View in, View out) {
    if (!areIn(in.dtype()) || in.size() == 0) {
      return;
    }
    boolean areComplex = in.dtype().kind().isComplex() && out.dtype().kind().isComplex();
    Loops.inOrder(in, out)
        .run(
            in.offset(),
            out.offset(),
            (from, to) -> {
              if (isNaN(in, from)) {
                Elements.set(out, to, areComplex ? Elements.get(in, from) : (Object) Double.NaN);
              }
            });
  }

  /** How many elements stand before the first NaN in C order; nothing if there is none. */
  public static OptionalLong first(View in) {
    if (!areIn(in.dtype()) || in.size() == 0) {
      return OptionalLong.empty();
    }
    FirstNaN first = new FirstNaN(in);
    Loops.inOrder(in, in).run(in.offset(), in.offset(), first);
    return first.found < 0 ? OptionalLong.empty() : OptionalLong.of(first.found);
  }

  /** Counts the elements up to the first NaN. */
  private static final class FirstNaN implements Loops.Body {
    private final View view;
    private long count;
    private long found = -1;

    FirstNaN(View view) {
      this.view = view;
    }

    @Override
    public void at(long position, long same) {
      if (found < 0 && isNaN(view, position)) {
        found = count;
      }
      count++;
    }
  }

  private static boolean isNaN(View view, long position) {
    return switch (view.dtype().kind()) {
      case OBJECT -> isNaN(Elements.get(view, position));
      case COMPLEX64, COMPLEX128 ->
          Double.isNaN(Elements.floating(view, position))
              || Double.isNaN(Elements.floating(view, position + view.dtype().itemSize() / 2));
      default -> Double.isNaN(Elements.floating(view, position));
    };
  }

  private static boolean isNaN(@Nullable Object value) {
    return switch (value) {
      case Double number -> Double.isNaN(number);
      case Complex number -> Double.isNaN(number.re()) || Double.isNaN(number.im());
      case null, default -> false;
    };
  }
}
