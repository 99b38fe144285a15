package org.cumulus;

import java.io.Serial;
import org.cumulus.internal.digits.PythonTuple;

/** An element is NaN, which {@link NaNPolicy#REFUSE} does not allow. */
public final class NaNException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final long[] index;

  /**
   * Says where an element is NaN.
   *
   * @param index where it is in the array that was scanned
   */
  public NaNException(long... index) {
    super("NaN at index " + PythonTuple.of(index));
    this.index = index.clone();
  }

  /** Where the element is in the array that was scanned; of a stream, in all chunks together. */
  public long[] index() {
    return index.clone();
  }

  /**
   * The same said of a larger array, of which the one that was scanned is a part.
   *
   * @param newIndex where the element is in the larger one
   */
  public NaNException at(long... newIndex) {
    return new NaNException(newIndex);
  }
}
