package org.cumulus;

import java.io.Serial;
import org.cumulus.internal.digits.PythonTuple;

/** A value is beyond the range of a dtype, which {@link OverflowPolicy#CHECKED} does not allow. */
public final class OverflowException extends ArithmeticException {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;
  private final long[] index;
  private final String value;

  /**
   * Says what does not fit.
   *
   * @param problem what overflows what
   * @param index where the result is in all results
   * @param value what does not fit, as text
   */
  public OverflowException(String problem, long[] index, String value) {
    super(problem + " at index " + PythonTuple.of(index) + ": " + value);
    this.problem = problem;
    this.index = index.clone();
    this.value = value;
  }

  /**
   * Where the result is that does not fit, in all results; of a stream, in those of all chunks
   * together.
   */
  public long[] index() {
    return index.clone();
  }

  /**
   * The same said of a larger array, of which the one that was scanned is a part.
   *
   * @param newIndex where the result is in the larger one
   */
  public OverflowException at(long... newIndex) {
    return new OverflowException(problem, newIndex, value);
  }
}
