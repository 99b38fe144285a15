package org.cumulus.cli.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.cumulus.cli.table.rows.Batch;

/** Rows as bytes, which are collected before they go to a stream. */
abstract class ByteSink implements RowSink {
  private static final int CAPACITY = 1 << 17;

  private final OutputStream out;
  private final byte[] lineEnd;
  private byte[] bytes = new byte[2 * CAPACITY];
  private int size;
  private Batch batch = new Batch(0, 0);
  private int row;

  /** Whether the row added last was a whole line. */
  private boolean isAtLineStart = true;

  ByteSink(OutputStream out, byte[] lineEnd) {
    this.out = out;
    this.lineEnd = lineEnd;
  }

  @Override
  public void begin(Batch of, int index) throws IOException {
    batch = of;
    row = index;
    if (!isAtLineStart) {
      add(lineEnd, 0, lineEnd.length);
    }
    add(batch.bytes(), batch.start(row), batch.content(row));
  }

  @Override
  public void end() throws IOException {
    int from = batch.content(row);
    int to = batch.end(row);
    add(batch.bytes(), from, to);
    isAtLineStart = from < to && isLineEnd(batch.bytes()[to - 1]);
    if (size >= CAPACITY) {
      empty();
    }
  }

  private boolean isLineEnd(byte last) {
    return last == lineEnd[lineEnd.length - 1];
  }

  @Override
  public void raw(byte[] from, int start, int end) {
    add(from, start, end);
  }

  final void add(byte[] from, int start, int end) {
    if (bytes.length - size < end - start) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, end - start)));
    }
    System.arraycopy(from, start, bytes, size, end - start);
    size += end - start;
  }

  final void add(byte one) {
    if (bytes.length == size) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[size++] = one;
  }

  /** Whether the last byte that is no blank is this one. */
  final boolean endsWith(byte wanted) {
    int at = size;
    while (at > 0 && bytes[at - 1] <= ' ') {
      at--;
    }
    return at > 0 && bytes[at - 1] == wanted;
  }

  private void empty() throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  @Override
  public void flush() throws IOException {
    empty();
    out.flush();
  }
}
