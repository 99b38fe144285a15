package org.cumulus.internal.memory;

/**
 * Elements in a Java array along three dimensions: groups of steps of lanes. Lanes are neighbours
 * in the array; a step along the scanned axis is {@code stepPitch} away from the one before, a
 * group {@code groupPitch}.
 *
 * @param <A> the array's type, that of a {@code Carrier}
 */
public record Tile<A>(A array, int start, int groupPitch, int stepPitch) {
  /** The same tile from a step on. */
  public Tile<A> from(int step) {
    return step == 0 ? this : new Tile<>(array, start + step * stepPitch, groupPitch, stepPitch);
  }

  /** A tile without gaps. */
  public static <A> Tile<A> dense(A array, int length, int lanes) {
    return new Tile<>(array, 0, length * lanes, lanes);
  }

  /** The rest of the tile after its first step. */
  public Tile<A> afterFirstStep() {
    return new Tile<>(array, start + stepPitch, groupPitch, stepPitch);
  }
}
