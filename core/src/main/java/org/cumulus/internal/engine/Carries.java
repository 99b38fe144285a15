package org.cumulus.internal.engine;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a scan along an axis remembers of all its lines between one piece of them and the next.
 * Never changed once made.
 *
 * @param position how many elements of each line it has seen
 * @param carry the carry of the lines, an array of the kernel's carrier
 * @param last the last result of each line, another one; zeros before the first
 */
public record Carries(long position, Object carry, Object last) {

  /** Writes numbers with their highest byte first. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(position);
    write(carry, out);
    write(last, out);
  }

  private static void write(Object array, DataOutput out) throws IOException {
    switch (array) {
      case long[] longs -> {
        for (long value : longs) {
          out.writeLong(value);
        }
      }
      case double[] doubles -> {
        for (double value : doubles) {
          out.writeLong(Double.doubleToRawLongBits(value));
        }
      }
      case float[] floats -> {
        for (float value : floats) {
          out.writeInt(Float.floatToRawIntBits(value));
        }
      }
      default -> throw new IllegalArgumentException("cannot write " + array.getClass());
    }
  }

  /** Fills an array with numbers as they were written. */
  static void read(Object array, DataInputStream in) throws IOException {
    switch (array) {
      case long[] longs -> {
        for (int i = 0; i < longs.length; i++) {
          longs[i] = in.readLong();
        }
      }
      case double[] doubles -> {
        for (int i = 0; i < doubles.length; i++) {
          doubles[i] = Double.longBitsToDouble(in.readLong());
        }
      }
      case float[] floats -> {
        for (int i = 0; i < floats.length; i++) {
          floats[i] = Float.intBitsToFloat(in.readInt());
        }
      }
      default -> throw new IllegalArgumentException("cannot read " + array.getClass());
    }
  }
}
