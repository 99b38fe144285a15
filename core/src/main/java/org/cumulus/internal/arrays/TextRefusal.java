package org.cumulus.internal.arrays;

import java.io.Serial;

/** Text stands where a number should. Whoever knows what was to be done with it says so. */
public final class TextRefusal extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final int width;

  TextRefusal(CharSequence text) {
    super("text is not a number: '" + text + "'");
    width = (int) text.codePoints().count();
  }

  /** How many characters the text has. */
  public int width() {
    return width;
  }
}
