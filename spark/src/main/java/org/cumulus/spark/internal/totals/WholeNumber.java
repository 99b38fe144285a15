package org.cumulus.spark.internal.totals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A sum of whole numbers of any size, that is fast as long as it is a {@code long}. */
final class WholeNumber {
  private long small;

  /** What does not fit: the sum is this and {@link #small}. */
  private @Nullable BigInteger large;

  void clear() {
    small = 0;
    large = null;
  }

  void add(long value) {
    long sum = small + value;
    if (((small ^ sum) & (value ^ sum)) < 0) {
      add(BigInteger.valueOf(value));
    } else {
      small = sum;
    }
  }

  void add(BigInteger value) {
    set(toBigInteger().add(value));
  }

  void addAll(WholeNumber other) {
    if (other.large == null) {
      add(other.small);
    } else {
      add(other.toBigInteger());
    }
  }

  private void set(BigInteger sum) {
    if (sum.bitLength() < Long.SIZE) {
      small = sum.longValue();
      large = null;
    } else {
      small = 0;
      large = sum;
    }
  }

  boolean isLong() {
    if (large != null) {
      set(toBigInteger());
    }
    return large == null;
  }

  /** The lowest 64 bits. */
  long toLong() {
    return large == null ? small : small + large.longValue();
  }

  BigInteger toBigInteger() {
    BigInteger low = BigInteger.valueOf(small);
    return large == null ? low : large.add(low);
  }

  void write(DataOutputStream to) throws IOException {
    byte[] bytes = toBigInteger().toByteArray();
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  void read(DataInputStream from) throws IOException {
    set(new BigInteger(from.readNBytes(from.readInt())));
  }
}
