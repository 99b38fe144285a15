package org.cumulus.cli.table;

import java.io.InputStream;
import java.util.Random;

/** Bytes that come in pieces, with pauses between them, as from a pipe. */
final class PiecemealStream extends InputStream {
  private final byte[] bytes;
  private final Random random;
  private final int longest;
  private int next;

  PiecemealStream(byte[] bytes, Random random, int longest) {
    this.bytes = bytes;
    this.random = random;
    this.longest = longest;
  }

  @Override
  public int read() {
    return next == bytes.length ? -1 : bytes[next++] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (next == bytes.length) {
      return -1;
    }
    int size = Math.min(Math.min(length, bytes.length - next), 1 + random.nextInt(longest));
    System.arraycopy(bytes, next, into, offset, size);
    next += size;
    return size;
  }

  @Override
  public int available() {
    return random.nextInt(3) == 0 ? 0 : Math.min(1, bytes.length - next);
  }
}
