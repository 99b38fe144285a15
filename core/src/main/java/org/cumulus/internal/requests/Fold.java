package org.cumulus.internal.requests;

import java.util.Locale;
import org.cumulus.DType;
import org.cumulus.Order;
import org.cumulus.PrintOptions;
import org.cumulus.internal.checks.NaNs;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Accumulation;
import org.cumulus.internal.operations.Arithmetic;
import org.cumulus.internal.operations.Recurrence;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.text.ArrayText;
import org.jspecify.annotations.Nullable;

/**
 * An operator as the inside sees it.
 *
 * @param arithmetic what is done with two elements
 * @param identity what every element is unchanged by; null if there is no such value
 * @param isAssociative whether lines may be cut into pieces
 * @param name what the caller calls it; null for what it is
 */
public record Fold(
    Arithmetic arithmetic,
    @Nullable Object identity,
    boolean isAssociative,
    @Nullable String name) {

  /** What is to be done: of a maximum without NaN, the one that leaves NaN out. */
  Arithmetic arithmetic(boolean skipsNaN) {
    if (skipsNaN && arithmetic == Ufunc.MAXIMUM) {
      return Ufunc.FMAX;
    }
    return skipsNaN && arithmetic == Ufunc.MINIMUM ? Ufunc.FMIN : arithmetic;
  }

  boolean canSkipNaN() {
    return identity != null || skipsNaNItself();
  }

  private boolean skipsNaNItself() {
    return arithmetic == Ufunc.MAXIMUM
        || arithmetic == Ufunc.MINIMUM
        || arithmetic == Ufunc.FMAX
        || arithmetic == Ufunc.FMIN;
  }

  /** The input with the identity in the place of NaN. */
  View withoutNaN(View in) {
    return identity == null || skipsNaNItself() ? in : NaNs.replaced(in, identity);
  }

  /** Refuses an order that the operator cannot be done in. */
  void check(Order order) {
    if (order == Order.EXACT && arithmetic != Ufunc.ADD) {
      throw new IllegalArgumentException(
          "EXACT is an order of sums, which have an exact value to be rounded, not of " + this);
    }
    if (order == Order.BLOCKED
        && (arithmetic instanceof Accumulation || arithmetic instanceof Recurrence)) {
      throw new IllegalArgumentException(
          "BLOCKED is an order of what is associative, not of " + this);
    }
    if (order == Order.BLOCKED && !isAssociative) {
      throw new IllegalArgumentException(
          "BLOCKED is an order of operators that are associative, and %s was not said to be: declare it so, by associative()"
              .formatted(this));
    }
  }

  /** Refuses what cannot be done in a dtype in an order. */
  void check(Order order, DType type) {
    if (order == Order.BLOCKED && arithmetic == Ufunc.MULTIPLY && type.kind().isComplex()) {
      throw new IllegalArgumentException(
          "products of complex numbers are not done in the order BLOCKED: " + type);
    }
  }

  /** NumPy's name of the ufunc; else the name that was given, or what it is. */
  @Override
  public String toString() {
    if (name != null) {
      return name;
    }
    return switch (arithmetic) {
      case Ufunc ufunc -> ufunc.name().toLowerCase(Locale.ROOT);
      case UserFunction.OfDoubles _ -> "a function on doubles";
      case UserFunction.OfLongs _ -> "a function on longs";
      case UserFunction.OfObjects _ -> "a function on objects";
      case Recurrence(View coefficient) ->
          "recurrence(" + ArrayText.str(coefficient, PrintOptions.DEFAULT) + ")";
      case Accumulation accumulation -> accumulation.name().toLowerCase(Locale.ROOT);
    };
  }
}
