package org.cumulus.cli.table;

import java.util.Arrays;

/** The cells that a group of rows has in common, as bytes. */
final class Key {
  private byte[] bytes = new byte[64];
  private int size;

  void clear() {
    size = 0;
  }

  void addNull() {
    length(-1);
  }

  void add(byte[] from, int start, int end) {
    length(end - start);
    reserve(end - start);
    System.arraycopy(from, start, bytes, size, end - start);
    size += end - start;
  }

  /** A length before each cell keeps one from being taken for two. */
  private void length(int length) {
    reserve(Integer.BYTES);
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (length >> shift);
    }
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  boolean is(byte[] other) {
    return Arrays.equals(bytes, 0, size, other, 0, other.length);
  }

  int hash() {
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 16);
  }
}
