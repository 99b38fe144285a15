package org.cumulus.npy;

import java.io.IOException;
import java.io.Serial;

/**
 * Says that bytes are not an array in NumPy's format, or one that is not supported here: a wrong
 * magic string, a header that is not a dictionary, an unknown dtype, data that ends too early,
 * pickled objects.
 *
 * <p>Where NumPy refuses the same file, the message has NumPy's words; the name of the file stands
 * before it where it is known.
 */
public final class NpyFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** Says what is wrong with the bytes. */
  public NpyFormatException(String message) {
    super(message);
  }

  /** Says what is wrong with the bytes, and what found it. */
  public NpyFormatException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The same complaint, with the file that it is about. */
  static NpyFormatException in(Object file, IOException complaint) {
    return new NpyFormatException(file + ": " + complaint.getMessage(), complaint);
  }
}
