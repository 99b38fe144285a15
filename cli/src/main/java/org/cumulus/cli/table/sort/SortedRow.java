package org.cumulus.cli.table.sort;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** A row that is sorted: some bytes, of which the first are its key. One object takes many. */
public final class SortedRow {
  private byte[] bytes = {};
  private int start;
  private int keyEnd;
  private int end;
  private long line;

  /** Points to bytes, which are not copied. */
  void point(byte[] to, int from, int keySize, int rowSize, long number) {
    bytes = to;
    start = from;
    keyEnd = from + keySize;
    end = keyEnd + rowSize;
    line = number;
  }

  /** Writes it. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(keyEnd - start);
    out.writeInt(end - keyEnd);
    out.writeLong(line);
    out.write(bytes, start, end - start);
  }

  /** Reads another one; false if there is none. */
  boolean read(DataInputStream in) throws IOException {
    int keySize;
    try {
      keySize = in.readInt();
    } catch (EOFException over) {
      return false;
    }
    int rowSize = in.readInt();
    long number = in.readLong();
    byte[] into = bytes.length < keySize + rowSize ? new byte[2 * (keySize + rowSize)] : bytes;
    in.readFully(into, 0, keySize + rowSize);
    point(into, 0, keySize, rowSize, number);
    return true;
  }

  int compareKey(SortedRow other) {
    return Arrays.compareUnsigned(bytes, start, keyEnd, other.bytes, other.start, other.keyEnd);
  }

  /** A copy of the key. */
  public byte[] key() {
    return Arrays.copyOfRange(bytes, start, keyEnd);
  }

  /** Whether it has this key. */
  public boolean hasKey(byte[] key) {
    return Arrays.equals(bytes, start, keyEnd, key, 0, key.length);
  }

  /** The array that holds the row. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the row begins. */
  public int rowStart() {
    return keyEnd;
  }

  /** Where the row ends. */
  public int rowEnd() {
    return end;
  }

  /** The line that the row began in. */
  public long line() {
    return line;
  }
}
