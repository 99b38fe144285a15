package org.cumulus;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32;
import org.cumulus.internal.kernels.exact.ExactLine;

/**
 * A correctly rounded total of doubles, as in {@link Order#EXACT}, for elements that arrive one by
 * one and for totals made elsewhere: in other threads or processes.
 *
 * {@snippet :
 * ExactTotal total = new ExactTotal();
 * total.add(1e16);
 * total.add(1);
 * total.add(-1e16);
 * total.value();                                     // 1.0
 *
 * ExactTotal elsewhere = ExactTotal.ofBytes(bytes);  // of other.toBytes()
 * total.add(elsewhere);
 * total.mean();                                      // of the elements of both
 * }
 *
 * <p><b>Accuracy.</b> {@link #value} and {@link #mean} are what exact arithmetic, rounded once, of
 * two equally near numbers to the even one, would give. So the order of the elements, and how they
 * were divided into totals that were added, does not show, not in a single bit.
 *
 * <p><b>Special values.</b> A sum of zero is +0.0 unless every element was -0.0. A sum beyond the
 * range of doubles is an infinity as long as it is, and may be finite again later. An infinity
 * among the elements stays; after +inf and -inf, or NaN, all is NaN; its sign and payload are not
 * promised.
 *
 * <p>A float is added as the double it is. Adding an element takes some nanoseconds; where a total
 * has more digits than three doubles hold, some tens. A total takes about a kilobyte.
 *
 * <p><b>Threads.</b> A total is not thread-safe: give each thread a total of its own, and add these
 * at the end.
 */
public final class ExactTotal {
  private static final byte VERSION = 1;

  private final ExactLine line = new ExactLine();
  private long count;

  /** A total of no elements. */
  public ExactTotal() {}

  /** Adds an element. */
  public void add(double element) {
    line.add(element);
    count++;
  }

  /**
   * Adds the elements of another total, which stays as it is.
   *
   * @throws NullPointerException if {@code other} is null
   */
  public void add(ExactTotal other) {
    Objects.requireNonNull(other, "other");
    line.addAll(other == this ? copy().line : other.line);
    count += other.count;
  }

  /** Resets this total to that of no elements. */
  public void clear() {
    line.clear();
    count = 0;
  }

  /** Another total of the same elements. */
  public ExactTotal copy() {
    ExactTotal copy = new ExactTotal();
    copy.line.set(line);
    copy.count = count;
    return copy;
  }

  /** How many elements were added. */
  public long count() {
    return count;
  }

  /** The sum of the elements, rounded once; 0 if there are none. */
  public double value() {
    return count == 0 ? 0 : line.value();
  }

  /** The sum of the elements, rounded to a float once; 0 if there are none. */
  public float floatValue() {
    return count == 0 ? 0 : line.floatValue();
  }

  /** The exact sum divided by the number of elements, rounded once; NaN if there are none. */
  public double mean() {
    return count == 0 ? Double.NaN : line.quotient(count);
  }

  /**
   * The total in 30 bytes or, where its exact sum has more digits than two doubles hold, in 590;
   * the last four are a CRC-32 of the others. Later versions of this library read them, too.
   */
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES + line.size() + Integer.BYTES);
    bytes.put(VERSION).putLong(count);
    line.write(bytes);
    bytes.putInt(checksum(bytes.array()));
    return bytes.array();
  }

  /**
   * The total that {@link #toBytes} made bytes of.
   *
   * @throws IllegalArgumentException if the bytes are not from there, or one has changed since
   */
  public static ExactTotal ofBytes(byte[] bytes) {
    int end = Objects.requireNonNull(bytes, "bytes").length - Integer.BYTES;
    ByteBuffer from = ByteBuffer.wrap(bytes, 0, Math.max(end, 0));
    ExactTotal total = new ExactTotal();
    try {
      byte version = from.get();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "expected a total of version " + VERSION + ", not of version " + version);
      }
      total.count = from.getLong();
      total.line.read(from);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a total ends after " + bytes.length + " bytes", e);
    }
    if (ByteBuffer.wrap(bytes).getInt(end) != checksum(bytes)) {
      throw new IllegalArgumentException("the total is damaged: its checksum is wrong");
    }
    if (from.hasRemaining() || total.count < 0) {
      throw new IllegalArgumentException(
          "not a total: " + total.count + " elements, " + from.remaining() + " bytes too many");
    }
    return total;
  }

  /** That of all bytes but its own. */
  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - Integer.BYTES);
    return (int) checksum.getValue();
  }

  /** The sum and the number of elements. */
  @Override
  public String toString() {
    return value() + " (" + count + (count == 1 ? " element)" : " elements)");
  }
}
