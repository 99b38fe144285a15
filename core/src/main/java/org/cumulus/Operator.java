package org.cumulus;

import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.cumulus.internal.operations.Accumulation;
import org.cumulus.internal.operations.Arithmetic;
import org.cumulus.internal.operations.Recurrence;
import org.cumulus.internal.operations.Ufunc;
import org.cumulus.internal.operations.UserFunction;
import org.cumulus.internal.requests.Fold;
import org.cumulus.internal.requests.Recurrences;
import org.jspecify.annotations.Nullable;

/**
 * What a scan folds each line with: an operation on two elements. one of NumPy's ufuncs, by its
 * name, or any function of your own:
 *
 * {@snippet :
 * Cumulus.accumulate(Operator.MAXIMUM, new int[] {2, 6, 4});               // [2 6 6]
 * Operator decay = Operator.ofDoubles((total, x) -> 0.9 * total + x);
 * Cumulus.accumulate(decay, new double[] {1, 1, 1});                       // [1.   1.9  2.71]
 * Operator longer = Operator.ofObjects((String a, String b) -> a.length() < b.length() ? b : a);
 * }
 *
 * <p>An operator's identity is the value that leaves every element unchanged. Scans that are
 * {@linkplain Scan#exclusive exclusive} or {@linkplain Scan#includeInitial include what they start
 * from} need it, or an initial value. Otherwise it is not an operand: the first element of a line
 * is kept as it is.
 *
 * <p>An exception thrown by your own function ends the scan and reaches its caller once no thread
 * is calling the function any longer. Output and stream are then as they were before: results go to
 * an array of their own first, and are copied to the output at the end. That takes memory and time;
 * where it matters, scan into a fresh array, which needs no copy.
 *
 * <p>A function may throw anything, exceptions that it does not declare too. It may call this
 * library, and it may wait, even for tasks of the common pool, whose threads call it; in a scan
 * that is itself a task of a pool it should wait as such tasks do, with {@code join}. It must not
 * wait for another call of itself for the same array. Its result should depend on its operands
 * alone: which thread calls it, and in which order lines are scanned, is not promised.
 *
 * <p>Operators can be serialised: NumPy's by their names, others if their function is {@link
 * Serializable}, as a lambda is that is cast to {@code (DoubleBinaryOperator & Serializable)}.
 *
 * <p>Instances are immutable; they are safe to share between threads if their function is: threads
 * that share an array call it at the same time. One that is not safe needs {@link Scan#parallelism
 * parallelism(1)}.
 */
public final class Operator implements Serializable {
  /** Addition; the scan is the cumulative sum. On {@code bool} it is OR. */
  public static final Operator ADD = new Operator(Ufunc.ADD, 0L);

  /** Multiplication; the scan is the cumulative product. On {@code bool} it is AND. */
  public static final Operator MULTIPLY = new Operator(Ufunc.MULTIPLY, 1L);

  /**
   * The larger of two elements. NaN and NaT are larger than all else; {@code 0.0} is larger than
   * {@code -0.0}; complex numbers are compared by their real parts first.
   */
  public static final Operator MAXIMUM = new Operator(Ufunc.MAXIMUM, null);

  /** The smaller of two elements; as {@link #MAXIMUM}, but NaN and NaT are smaller. */
  public static final Operator MINIMUM = new Operator(Ufunc.MINIMUM, null);

  /** The larger of two elements, as {@link #MAXIMUM}, but NaN and NaT only where both are. */
  public static final Operator FMAX = new Operator(Ufunc.FMAX, null);

  /** The smaller of two elements, as {@link #MINIMUM}, but NaN and NaT only where both are. */
  public static final Operator FMIN = new Operator(Ufunc.FMIN, null);

  /** Whether all are true: every number but zero is, NaN included. The result is {@code bool}. */
  public static final Operator LOGICAL_AND = new Operator(Ufunc.LOGICAL_AND, true);

  /** Whether one is true; see {@link #LOGICAL_AND}. */
  public static final Operator LOGICAL_OR = new Operator(Ufunc.LOGICAL_OR, false);

  /** Whether an odd number of them is true; see {@link #LOGICAL_AND}. */
  public static final Operator LOGICAL_XOR = new Operator(Ufunc.LOGICAL_XOR, false);

  /** The bits that are set in both, of {@code bool} and integers. */
  public static final Operator BITWISE_AND = new Operator(Ufunc.BITWISE_AND, -1L);

  /** The bits that are set in one or both, of {@code bool} and integers. */
  public static final Operator BITWISE_OR = new Operator(Ufunc.BITWISE_OR, 0L);

  /** The bits that are set in one but not both, of {@code bool} and integers. */
  public static final Operator BITWISE_XOR = new Operator(Ufunc.BITWISE_XOR, 0L);

  /**
   * {@code log(exp(a) + exp(b))}: the sum of numbers that are given by their logarithms. Its bits
   * are those of NumPy's formula computed by {@link StrictMath}, and the same everywhere.
   */
  public static final Operator LOGADDEXP = new Operator(Ufunc.LOGADDEXP, Double.NEGATIVE_INFINITY);

  /**
   * {@code log(exp(x[0]) + … + exp(x[k]))}: what {@link Cumulus#logcumsumexp} does, accurately for
   * lines of any length, where {@link #LOGADDEXP} rounds at every step.
   */
  public static final Operator LOGCUMSUMEXP =
      new Operator(Accumulation.LOGCUMSUMEXP, Double.NEGATIVE_INFINITY, false);

  /** All of NumPy's ufuncs above: from {@link #ADD} to {@link #LOGADDEXP}. */
  public static final List<Operator> UFUNCS =
      List.of(
          ADD,
          MULTIPLY,
          MAXIMUM,
          MINIMUM,
          FMAX,
          FMIN,
          LOGICAL_AND,
          LOGICAL_OR,
          LOGICAL_XOR,
          BITWISE_AND,
          BITWISE_OR,
          BITWISE_XOR,
          LOGADDEXP);

  @Serial private static final long serialVersionUID = 1;

  private final transient Fold fold;

  Operator(Fold fold) {
    this.fold = fold;
  }

  private Operator(Ufunc ufunc, @Nullable Object identity) {
    this(new Fold(ufunc, identity, true, null));
  }

  private Operator(Arithmetic arithmetic, @Nullable Object identity, boolean isAssociative) {
    this(new Fold(arithmetic, identity, isAssociative, null));
  }

  /** What it is to the inside. */
  Fold fold() {
    return fold;
  }

  /**
   * A function on doubles, for floats of every width, whose results are rounded to it at every
   * step; integers and {@code bool} are cast to {@code float64} first.
   */
  public static Operator ofDoubles(DoubleBinaryOperator function) {
    Objects.requireNonNull(function, "function");
    return new Operator(new UserFunction.OfDoubles(function), null, false);
  }

  /**
   * A function on longs, for integers. They are widened to {@code int64} or {@code uint64}, whose
   * bits the function gets, unless a dtype is asked for, or there is an output: then results are
   * cut to its width at every step.
   */
  public static Operator ofLongs(LongBinaryOperator function) {
    Objects.requireNonNull(function, "function");
    return new Operator(new UserFunction.OfLongs(function), null, false);
  }

  /**
   * A function on objects of any class. Numbers are Python's: integers of every width become {@link
   * java.math.BigInteger}, boxed ones in a list too, {@code float} becomes {@link Double}, a
   * complex number {@link Complex}. Elements of {@code timedelta64} become {@link
   * java.time.Duration}, or a {@code BigInteger} of ticks where their unit is finer than a
   * nanosecond or of no fixed length, and NaT null. All other objects, and what the function
   * returns, stay what they are.
   *
   * {@snippet :
   * Operator gcd = Operator.ofObjects((BigInteger a, BigInteger b) -> a.gcd(b));
   * Cumulus.accumulate(gcd, NDArray.of(new int[] {12, 18, 7}));   // [12 6 1], dtype object
   * }
   *
   * @param <T> the class of the elements, which is up to the caller; elements of another one end in
   *     a {@link ClassCastException}
   */
  @SuppressWarnings("unchecked") // An array of objects does not know their class; callers do.
  public static <T extends @Nullable Object> Operator ofObjects(BinaryOperator<T> function) {
    Objects.requireNonNull(function, "function");
    BinaryOperator<@Nullable Object> any = (BinaryOperator<@Nullable Object>) (Object) function;
    return new Operator(new UserFunction.OfObjects(any), null, false);
  }

  /**
   * {@code y[k] = c · y[k - 1] + x[k]}: each result is the one before, times a coefficient, plus
   * the element. That is the operator of {@link Cumulus#recurrence}, for a {@link Scan} that goes
   * on from an initial value, backwards, or chunk by chunk.
   *
   * {@snippet :
   * Scan.of(Operator.recurrence(0.5)).initial(8.0).apply(new double[] {1, 2});   // [5.  4.5]
   * }
   *
   * @param coefficient a single real number, which takes part in the choice of the dtype; scans
   *     that are asked to work in integers refuse a fraction, with an {@link ArithmeticException}
   */
  public static Operator recurrence(Object coefficient) {
    return new Operator(new Recurrence(Recurrences.coefficient(coefficient)), null, false);
  }

  /**
   * The same operator with the promise that its function is associative: that {@code (a ∘ b) ∘ c}
   * and {@code a ∘ (b ∘ c)} are the same, or as good. So lines may be cut into pieces, and the
   * order {@link Order#BLOCKED} is allowed.
   */
  public Operator associative() {
    return new Operator(new Fold(fold.arithmetic(), fold.identity(), true, fold.name()));
  }

  /**
   * The same operator with another identity, which is cast to the dtype of the operation.
   *
   * @param value a number, a boolean, a {@link Complex} or, for objects, any object
   */
  public Operator withIdentity(Object value) {
    Objects.requireNonNull(value, "value");
    return new Operator(new Fold(fold.arithmetic(), value, isAssociative(), fold.name()));
  }

  /**
   * The same operator with another name, used in messages and by {@link #toString}. A function of
   * your own has no name unless it is given one; with one, a {@linkplain ScanStream#snapshot
   * snapshot} of a stream is refused by an operator of another name.
   *
   * {@snippet :
   * Operator decay = Operator.ofDoubles((total, x) -> 0.9 * total + x).named("decay");
   * Scan.of(decay).exclusive();   // decay has no identity, which the result would begin with: …
   * }
   *
   * @param newName a name that is not blank
   * @throws IllegalArgumentException if it is blank
   */
  public Operator named(String newName) {
    Objects.requireNonNull(newName, "name");
    if (newName.isBlank()) {
      throw new IllegalArgumentException("an operator needs a name that is not blank");
    }
    return new Operator(new Fold(fold.arithmetic(), fold.identity(), isAssociative(), newName));
  }

  /** The value that leaves every element unchanged, if there is one. */
  public Optional<Object> identity() {
    return Optional.ofNullable(fold.identity());
  }

  /** Whether lines may be cut into pieces; true for all of NumPy's. */
  public boolean isAssociative() {
    return fold.isAssociative();
  }

  /** NumPy's name of the ufunc; else the name that was {@linkplain #named given}, or what it is. */
  @Override
  public String toString() {
    return fold.toString();
  }

  /**
   * An operator in serialised form.
   *
   * @param kind the name of what is done
   * @param part what else there is to it: a function or a coefficient
   */
  private record Form(
      String kind,
      @Nullable Object part,
      @Nullable Object identity,
      boolean isAssociative,
      @Nullable String name)
      implements Serializable {
    @Serial
    private Object readResolve() {
      Operator operator = new Operator(new Fold(arithmetic(), identity, isAssociative, name));
      return UFUNCS.stream()
          .filter(ufunc -> ufunc.fold.equals(operator.fold))
          .findFirst()
          .orElse(operator);
    }

    private Arithmetic arithmetic() {
      Object given = Objects.requireNonNullElse(part, "");
      return switch (kind) {
        case "doubles" -> new UserFunction.OfDoubles((DoubleBinaryOperator) given);
        case "longs" -> new UserFunction.OfLongs((LongBinaryOperator) given);
        case "objects" -> new UserFunction.OfObjects(ofAny(given));
        case "recurrence" -> new Recurrence(((StoredValue) given).array().asReadOnly().view());
        case "logcumsumexp" -> Accumulation.LOGCUMSUMEXP;
        default -> Ufunc.valueOf(kind.toUpperCase(Locale.ROOT));
      };
    }
  }

  @SuppressWarnings("unchecked") // It was one when it was written.
  private static BinaryOperator<@Nullable Object> ofAny(Object function) {
    return (BinaryOperator<@Nullable Object>) function;
  }

  @Serial
  private Object writeReplace() throws NotSerializableException {
    String kind =
        switch (fold.arithmetic()) {
          case UserFunction.OfDoubles _ -> "doubles";
          case UserFunction.OfLongs _ -> "longs";
          case UserFunction.OfObjects _ -> "objects";
          case Recurrence _ -> "recurrence";
          case Ufunc ufunc -> ufunc.name().toLowerCase(Locale.ROOT);
          case Accumulation accumulation -> accumulation.name().toLowerCase(Locale.ROOT);
        };
    Object part =
        switch (fold.arithmetic()) {
          case UserFunction.OfDoubles(DoubleBinaryOperator function) -> function;
          case UserFunction.OfLongs(LongBinaryOperator function) -> function;
          case UserFunction.OfObjects(BinaryOperator<@Nullable Object> function) -> function;
          case Recurrence recurrence -> StoredValue.of(recurrence.coefficient());
          case Ufunc _, Accumulation _ -> null;
        };
    if (part != null && !(part instanceof Serializable)) {
      throw new NotSerializableException(
          "the function of \"%s\" is not Serializable: cast the lambda, as in".formatted(fold)
              + " (DoubleBinaryOperator & Serializable) (a, b) -> …");
    }
    return new Form(kind, part, fold.identity(), fold.isAssociative(), fold.name());
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("an operator is read from its serialised form");
  }
}
