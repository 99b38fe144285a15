package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.internal.arrays.ArrayLike;
import org.cumulus.internal.arrays.NestedArray;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.UserFunction;

/** Array-likes as arrays that a fold takes. */
public final class Operands {
  private Operands() {}

  /** An array, which may be one of objects of any class if the function takes such. */
  public static View of(Fold fold, Object arrayLike) {
    boolean isOfObjects =
        fold.arithmetic() instanceof UserFunction.OfObjects
            && ArrayLike.existing(arrayLike) == null;
    return isOfObjects ? NestedArray.ofObjects(arrayLike) : ArrayLike.view(arrayLike);
  }

  /**
   * The identity as an array without dimensions.
   *
   * @throws IllegalStateException if there is none
   */
  static View identity(Fold fold, DType type) {
    Object identity = fold.identity();
    if (identity == null) {
      throw new IllegalStateException(fold + " of nothing has no value: it has no identity");
    }
    return Copy.cast(of(fold, identity), type);
  }
}
