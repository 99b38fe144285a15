package org.cumulus.cli.table.sort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in memory, and their order. The memory is kept for the rows that come next: collectors let
 * the heap grow rather than look for so large pieces of garbage.
 */
final class RowArena {
  private static final int CHUNK = 1 << 20;

  /** The sizes of key and row, and the line. */
  private static final int HEAD = 2 * Integer.BYTES + Long.BYTES;

  /** What a row takes beside its bytes: two numbers, and a spare of each while rows are sorted. */
  private static final int OVERHEAD = 4 * Long.BYTES;

  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] chunk = {};

  /** How many chunks hold rows, of which the last one is {@link #chunk}. */
  private int filled;

  private int used;
  private long bytes;
  private long[] places = new long[1024];
  private long[] prefixes = new long[1024];
  private long[] sparePlaces = new long[1024];
  private long[] sparePrefixes = new long[1024];
  private int count;

  int count() {
    return count;
  }

  /** How much memory the rows take. */
  long bytes() {
    return bytes + (long) OVERHEAD * places.length;
  }

  void add(byte[] key, int keySize, byte[] row, int start, int end, long line) {
    int size = Math.addExact(HEAD, Math.addExact(keySize, end - start));
    if (chunk.length - used < size) {
      nextChunk(size);
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
      prefixes = new long[2 * count];
      sparePlaces = new long[2 * count];
      sparePrefixes = new long[2 * count];
    }
    places[count++] = ((long) (filled - 1) << Integer.SIZE) | used;
    Bytes.putInt(chunk, used, keySize);
    Bytes.putInt(chunk, used + Integer.BYTES, end - start);
    Bytes.putLong(chunk, used + 2 * Integer.BYTES, line);
    System.arraycopy(key, 0, chunk, used + HEAD, keySize);
    System.arraycopy(row, start, chunk, used + HEAD + keySize, end - start);
    used += size;
  }

  private void nextChunk(int size) {
    if (filled == chunks.size()) {
      chunks.add(new byte[Math.max(CHUNK, size)]);
    } else if (chunks.get(filled).length < size) {
      chunks.set(filled, new byte[size]);
    }
    chunk = chunks.get(filled++);
    bytes += chunk.length;
    used = 0;
  }

  /** Points to a row. */
  void get(int index, SortedRow into) {
    byte[] in = chunks.get((int) (places[index] >> Integer.SIZE));
    int at = (int) places[index];
    into.point(
        in,
        at + HEAD,
        Bytes.getInt(in, at),
        Bytes.getInt(in, at + Integer.BYTES),
        Bytes.getLong(in, at + 2 * Integer.BYTES));
  }

  /** Puts the rows in order; equal ones stay as they are. */
  void sort() {
    for (int i = 0; i < count; i++) {
      prefixes[i] = prefix(places[i]);
    }
    new MergeSort(prefixes, places, sparePrefixes, sparePlaces, this::compare).run(count);
  }

  /** The first eight bytes of a key, in the order of signed numbers. */
  private long prefix(long place) {
    byte[] in = chunks.get((int) (place >> Integer.SIZE));
    int at = (int) place;
    int size = Bytes.getInt(in, at);
    long prefix = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      prefix = (prefix << Byte.SIZE) | (i < size ? in[at + HEAD + i] & 0xFF : 0);
    }
    return prefix ^ Long.MIN_VALUE;
  }

  private int compare(long place, long other) {
    byte[] a = chunks.get((int) (place >> Integer.SIZE));
    byte[] b = chunks.get((int) (other >> Integer.SIZE));
    int atA = (int) place;
    int atB = (int) other;
    return Arrays.compareUnsigned(
        a,
        atA + HEAD,
        atA + HEAD + Bytes.getInt(a, atA),
        b,
        atB + HEAD,
        atB + HEAD + Bytes.getInt(b, atB));
  }

  /** Forgets the rows. */
  void clear() {
    chunks.removeIf(each -> each.length > CHUNK);
    chunk = new byte[0];
    filled = 0;
    used = 0;
    bytes = 0;
    count = 0;
  }

  /** Gives the memory back. */
  void free() {
    clear();
    chunks.clear();
    places = new long[1];
    prefixes = places;
    sparePlaces = places;
    sparePrefixes = places;
  }
}
