package org.cumulus.internal.memory;

import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Nested loops over two views of one shape at once, outermost first. None runs only once, and none
 * could be made one with its neighbour.
 */
public final class Loops {
  private static final Loops NONE = new Loops(new Dimension[0], 0);

  private final Dimension[] dimensions;
  private final int depth;

  /**
   * One loop: how often it runs, and how far that moves in the input, in the output, and in the
   * numbering of lines if there is one.
   */
  public record Dimension(long length, long inStride, long outStride, long lineStride) {
    /** A loop that runs once. */
    public static final Dimension ONCE = new Dimension(1, 0, 0, 0);

    public static Dimension of(View in, View out, int axis) {
      return of(in, out, axis, null);
    }

    static Dimension of(View in, View out, int axis, long @Nullable [] lineStrides) {
      long lineStride = lineStrides == null ? 0 : lineStrides[axis];
      return new Dimension(in.shape()[axis], in.strides()[axis], out.strides()[axis], lineStride);
    }

    /** Whether this loop belongs outside another: it moves further in the output, or the input. */
    private boolean isOutside(Dimension other) {
      long distance = Math.abs(outStride);
      long otherDistance = Math.abs(other.outStride);
      return distance != otherDistance
          ? distance > otherDistance
          : Math.abs(inStride) > Math.abs(other.inStride);
    }

    /** Whether this loop ends where the one outside it steps to. */
    private boolean continues(Dimension outside) {
      return outside.inStride == length * inStride
          && outside.outStride == length * outStride
          && outside.lineStride == length * lineStride;
    }
  }

  /** What is done at each position. */
  @FunctionalInterface
  public interface Body {
    void at(long in, long out);
  }

  private Loops(Dimension[] dimensions, int depth) {
    this.dimensions = dimensions;
    this.depth = depth;
  }

  /** Loops over all axes in C order. */
  public static Loops inOrder(View in, View out) {
    return of(in, out, -1, null, null);
  }

  /**
   * Loops over all axes but one, the one that moves furthest in the output outermost.
   *
   * @param lineStrides how far each axis moves in the numbering of lines; null if nobody asks
   */
  public static Loops byDistance(View in, View out, int exceptAxis, long @Nullable [] lineStrides) {
    return of(in, out, exceptAxis, lineStrides, Dimension::isOutside);
  }

  /** Loops over all axes but one, the one that moves furthest in the input outermost. */
  public static Loops byInputDistance(
      View in, View out, int exceptAxis, long @Nullable [] lineStrides) {
    return of(
        in, out, exceptAxis, lineStrides, (a, b) -> Math.abs(a.inStride) > Math.abs(b.inStride));
  }

  private static Loops of(
      View in,
      View out,
      int exceptAxis,
      long @Nullable [] lineStrides,
      @Nullable BiPredicate<Dimension, Dimension> isOutside) {
    int others = exceptAxis < 0 ? in.ndim() : in.ndim() - 1;
    if (others == 0) {
      return NONE;
    }
    Dimension[] dimensions = new Dimension[others];
    int count = 0;
    for (int axis = 0; axis < in.ndim(); axis++) {
      if (axis != exceptAxis && in.shape()[axis] != 1) {
        Dimension dimension = Dimension.of(in, out, axis, lineStrides);
        int place = count++;
        while (isOutside != null && place > 0 && isOutside.test(dimension, dimensions[place - 1])) {
          dimensions[place] = dimensions[place - 1];
          place--;
        }
        dimensions[place] = dimension;
      }
    }
    return count == 0 ? NONE : new Loops(dimensions, merge(dimensions, count));
  }

  /** Makes neighbours one where the inner continues the outer; returns how many are left. */
  private static int merge(Dimension[] dimensions, int count) {
    int last = 0;
    for (int i = 1; i < count; i++) {
      Dimension inner = dimensions[i];
      Dimension outer = dimensions[last];
      if (inner.continues(outer)) {
        long length = outer.length * inner.length;
        dimensions[last] = new Dimension(length, inner.inStride, inner.outStride, inner.lineStride);
      } else {
        dimensions[++last] = inner;
      }
    }
    return last + 1;
  }

  public boolean isEmpty() {
    return depth == 0;
  }

  public Dimension innermost() {
    return isEmpty() ? Dimension.ONCE : dimensions[depth - 1];
  }

  /** The loops around the innermost. */
  public Loops outer() {
    return depth <= 1 ? NONE : new Loops(dimensions, depth - 1);
  }

  /** How often the innermost loop's body runs. */
  public long size() {
    long size = 1;
    for (int i = 0; i < depth; i++) {
      size *= dimensions[i].length;
    }
    return size;
  }

  /** How far the n-th round is from the first in the input. */
  public long inAt(long round) {
    return at(round, Dimension::inStride);
  }

  /** How far the n-th round is from the first in the output. */
  public long outAt(long round) {
    return at(round, Dimension::outStride);
  }

  /** How far the n-th round is from the first in the numbering of lines. */
  public long lineAt(long round) {
    return at(round, Dimension::lineStride);
  }

  private long at(long round, ToLongFunction<Dimension> stride) {
    long at = 0;
    for (int i = depth - 1; i >= 0; i--) {
      at += round % dimensions[i].length * stride.applyAsLong(dimensions[i]);
      round /= dimensions[i].length;
    }
    return at;
  }

  /** Runs the body once for each round of the innermost loop, in order. */
  public void run(long in, long out, Body body) {
    run(0, in, out, body);
  }

  private void run(int level, long in, long out, Body body) {
    if (level == depth) {
      body.at(in, out);
      return;
    }
    Dimension dimension = dimensions[level];
    for (long i = 0; i < dimension.length; i++) {
      run(level + 1, in + i * dimension.inStride, out + i * dimension.outStride, body);
    }
  }
}
