package org.cumulus;

import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.requests.RequestText;
import org.cumulus.internal.requests.StreamProgress;
import org.cumulus.internal.requests.StreamScan;
import org.cumulus.internal.requests.StreamSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A scan whose input arrives in chunks. The results are, to the bit, those of scanning all chunks
 * at once, joined along the scanned axis, in every {@link Order} and however the data is cut.
 *
 * {@snippet :
 * ScanStream stream = Scan.of(Operator.ADD).stream(DType.FLOAT64);
 * stream.feed(new double[] {1, 2, 3});    // [1. 3. 6.]
 * stream.feed(new double[] {4});          // [10.]
 * stream.total();                         // 10.0
 * stream.position();                      // 4
 *
 * byte[] snapshot = stream.snapshot();    // small; may be kept in a file
 * ScanStream later = Scan.of(Operator.ADD).resume(snapshot);
 * later.feed(new double[] {5, 6});        // [15. 21.]
 * }
 *
 * <p>A stream {@linkplain Scan#stream of a shape} takes chunks of any length along the scanned
 * axis; the first axis of a wide array has whole rows for its chunks:
 *
 * {@snippet :
 * ScanStream rows = Scan.of(Operator.ADD).axis(0).stream(DType.INT32, -1, 3);
 * rows.feed(new int[][] {{1, 2, 3}, {4, 5, 6}});    // [[1 2 3]
 *                                                   //  [5 7 9]]
 * rows.feed(new int[][] {{1, 1, 1}});               // [[ 6  8 10]]
 * }
 *
 * <p>For an {@linkplain Scan#exclusive exclusive} stream, the first result of a chunk is the total
 * before it. A stream that {@linkplain Scan#includeInitial includes the initial value} gives one
 * result more for the first chunk, even if that is empty.
 *
 * <p>The operation's dtype is that of {@link Scan#apply(Object)} for the first chunk, or of {@link
 * Scan#apply(Object, NDArray)} if it has an output, and stays the same: a chunk or output that
 * would need another one is refused. With an explicit {@linkplain Scan#dtype dtype} a stream takes
 * every output.
 *
 * <p>A call that fails leaves stream and output as they were. A stream may be used by one thread at
 * a time; {@linkplain Scan#parallelism several} may share the work of a large chunk. A call during
 * another call, or from within the operator's own function, gets a {@link
 * ConcurrentModificationException}, and the chunk is not scanned.
 */
public final class ScanStream {
  private final StreamScan scan;
  private @Nullable StreamProgress progress;

  /** Whether a thread is at work, and what is here may be half of the old and half of the new. */
  private final AtomicBoolean isAtWork = new AtomicBoolean();

  /** A stream at its start. */
  ScanStream(StreamScan scan) {
    this.scan = scan;
  }

  /** A stream that goes on. */
  ScanStream(StreamSnapshot snapshot) {
    scan = snapshot.scan();
    progress = snapshot.progress();
  }

  /**
   * Scans the next chunk into a fresh array.
   *
   * @param chunk an array, or anything that {@link NDArray#of(Object)} takes, of the stream's shape
   *     except along the scanned axis; a stream without an axis flattens any shape. Its dtype is
   *     the stream's, in any byte order, or one that the stream's can hold
   * @return the results, of the chunk's shape, or of one dimension if there is no axis
   * @throws IllegalArgumentException if the chunk does not fit the stream, or as {@link Scan#apply}
   * @throws ArithmeticException if objects do not fit
   */
  public NDArray feed(Object chunk) {
    return alone(() -> scanned(chunk));
  }

  private NDArray scanned(Object chunk) {
    View in = scan.checked(chunk, position());
    StreamProgress before = scan.progress(progress, null);
    View out = scan.fresh(in, before);
    progress = scan.advance(in, before, out);
    return new NDArray(out);
  }

  /**
   * Scans the next chunk into another array, cast to its dtype; the two may share memory in any
   * way.
   *
   * @param chunk as in {@link #feed(Object)}
   * @param out where the results go; of exactly their shape
   * @return {@code out}
   * @throws IllegalArgumentException as {@link #feed(Object)}; if {@code out} is read-only or of
   *     another shape; or if it would need another dtype for the operation than the chunks before.
   *     Nothing has been written then
   * @throws ArithmeticException if objects do not fit; nothing has been written then
   */
  public NDArray feed(Object chunk, NDArray out) {
    Objects.requireNonNull(out, "out");
    return alone(() -> scanned(chunk, out));
  }

  private NDArray scanned(Object chunk, NDArray out) {
    View in = scan.checked(chunk, position());
    progress = scan.into(in, scan.progress(progress, out.dtype()), out.view());
    return out;
  }

  /**
   * The running result of each line: the last one of an inclusive scan, or what lines start from if
   * there was no element yet.
   *
   * @return a fresh array of a chunk's shape without the scanned axis, in the operation's dtype
   * @throws IllegalStateException if there was no element yet, and neither is there a value to
   *     start from nor an identity
   */
  public NDArray total() {
    return alone(() -> new NDArray(scan.total(progress)));
  }

  /** How many elements the stream has seen, of each line. */
  public long position() {
    return progress == null ? 0 : progress.carries().position();
  }

  /**
   * All that the stream remembers: its carry, where it is, and what scan, dtype and shape it
   * belongs to, with a checksum. {@link Scan#resume} makes a stream of it that goes on from here,
   * in this process or another one. Some hundred bytes and the carry, which has a value for each
   * line, seven in the order {@code BLOCKED}, and seventy in {@code EXACT}.
   *
   * @throws UnsupportedOperationException if the operation's dtype is object: objects may be of any
   *     class, and are not serialised
   */
  public byte[] snapshot() {
    return alone(() -> new StreamSnapshot(scan, progress).bytes());
  }

  /**
   * What is scanned, and how far the stream is, for logs and debuggers.
   *
   * {@snippet :
   * Scan.of(Operator.ADD).axis(0).stream(DType.FLOAT32, -1, 640).toString();
   *                    // ScanStream[add, axis=0, input=float32, shape=(-1, 640), position=0]
   * }
   */
  @Override
  public String toString() {
    return RequestText.of(scan, position());
  }

  /** Does what needs the stream for itself. */
  private <T> T alone(Supplier<T> work) {
    if (!isAtWork.compareAndSet(false, true)) {
      throw new ConcurrentModificationException(
          "another call is at work on this stream: chunks must be fed one after the other");
    }
    try {
      return work.get();
    } finally {
      isAtWork.setRelease(false);
    }
  }
}
