package org.cumulus.internal.kernels.simd;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import jdk.incubator.vector.VectorOperators;
import org.cumulus.internal.kernels.HiddenClass;
import org.cumulus.internal.operations.RowLoop;
import org.cumulus.internal.operations.Ufunc;
import org.jspecify.annotations.Nullable;

/**
 * A loop over two rows of lanes, of which there is a class for each operation: vectors are machine
 * code only if the operation is a constant. The class as it is loaded adds; for other operations
 * its class file is defined again, as a hidden class that has the operation for its data.
 *
 * <p>The JIT makes no vectors of the plain loop, as it cannot know that rows at different places of
 * arrays do not overlap.
 *
 * @param <A> the array type of the carrier
 */
final class RowTemplate<A> {
  private final Class<?> template;

  /** Replaced by a copy when there is one more. */
  private volatile Map<Ufunc, RowLoop<A>> loops;

  /**
   * The template of a loop.
   *
   * @param sum the loop as it is loaded
   */
  RowTemplate(RowLoop<A> sum) {
    template = sum.getClass();
    loops = new EnumMap<>(Map.of(Ufunc.ADD, sum));
  }

  /** The loop for an operation: asked for at each row, so it must be found at once. */
  RowLoop<A> of(Ufunc ufunc) {
    RowLoop<A> loop = loops.get(ufunc);
    return loop == null ? make(ufunc) : loop;
  }

  private synchronized RowLoop<A> make(Ufunc ufunc) {
    RowLoop<A> made = loops.get(ufunc);
    if (made != null) {
      return made;
    }
    RowLoop<A> loop = define(ufunc);
    Map<Ufunc, RowLoop<A>> more = new EnumMap<>(loops);
    more.put(ufunc, loop);
    loops = more;
    return loop;
  }

  @SuppressWarnings("unchecked") // The hidden class has the template's supertypes.
  private RowLoop<A> define(Ufunc ufunc) {
    try {
      MethodHandles.Lookup hidden = HiddenClass.of(template, ufunc);
      return (RowLoop<A>) hidden.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("The loop in vectors for " + ufunc + " is not there", impossible);
    }
  }

  /** The operation of a loop's class. */
  static Ufunc ufunc(MethodHandles.Lookup loop) {
    try {
      @Nullable Ufunc data = MethodHandles.classData(loop, ConstantDescs.DEFAULT_NAME, Ufunc.class);
      return Objects.requireNonNullElse(data, Ufunc.ADD);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What the Vector API calls an operation. Its extremes are those of {@link Math}. */
  static VectorOperators.Binary operator(Ufunc ufunc) {
    return switch (ufunc) {
      case ADD -> VectorOperators.ADD;
      case MULTIPLY -> VectorOperators.MUL;
      case MAXIMUM, FMAX -> VectorOperators.MAX;
      case MINIMUM, FMIN -> VectorOperators.MIN;
      case LOGICAL_AND, BITWISE_AND -> VectorOperators.AND;
      case LOGICAL_OR, BITWISE_OR -> VectorOperators.OR;
      case LOGICAL_XOR, BITWISE_XOR -> VectorOperators.XOR;
      case LOGADDEXP -> throw new IllegalArgumentException(ufunc + " is not one of vectors");
    };
  }
}
