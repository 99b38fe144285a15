package org.cumulus.internal.types;

/**
 * Says that a value is beyond the range of its dtype. Where, and which, is looked for afterwards,
 * by {@code FirstOverflow}: loops that find out must be fast as long as there is nothing to find.
 */
public final class Overflow extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Overflow() {
    super("overflow", null, false, false);
  }
}
