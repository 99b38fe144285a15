package org.cumulus.internal.memory;

import java.lang.reflect.Array;
import org.cumulus.internal.memory.Memory.Patched;

/** Elements of {@link Patched} memory: each comes from the copy if all of it is there. */
final class PatchedRun extends RawRun {
  private final RawRun current;
  private final RawRun saved;
  private final long from;
  private final long to;
  private final int itemSize;
  private final Object mixed;

  PatchedRun(View view, Patched memory) {
    RawRun current = RawRun.of(view.on(memory.current(), 0));
    super(current.array);
    this.current = current;
    saved = RawRun.of(view.on(memory.saved(), -memory.from()));
    from = memory.from();
    to = memory.to();
    itemSize = view.dtype().itemSize();
    mixed = Array.newInstance(array.getClass().getComponentType(), STAGED);
  }

  @Override
  public boolean isDirect(long stride) {
    return false;
  }

  @Override
  public void read(long position, long stride, int count) {
    long last = position + (count - 1) * stride;
    long low = Math.min(position, last);
    long high = Math.max(position, last) + itemSize;
    if (high <= from || low >= to) {
      readAll(current, position, stride, count);
    } else if (low >= from && high <= to) {
      readAll(saved, position - from, stride, count);
    } else {
      readMixed(position, stride, count);
    }
  }

  private void readAll(RawRun run, long position, long stride, int count) {
    run.read(position, stride, count);
    array = run.array;
    start = run.start;
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // All are arrays of the same type.
  private void readMixed(long position, long stride, int count) {
    int end;
    for (int done = 0; done < count; done = end) {
      boolean isSaved = isSaved(position + done * stride);
      end = done + 1;
      while (end < count && isSaved(position + end * stride) == isSaved) {
        end++;
      }
      long at = position + done * stride;
      readAll(isSaved ? saved : current, isSaved ? at - from : at, stride, end - done);
      System.arraycopy(array, start, mixed, done, end - done);
    }
    array = mixed;
    start = 0;
  }

  private boolean isSaved(long position) {
    return position >= from && position + itemSize <= to;
  }

  @Override
  public void prepare(long position, long stride, int count) {
    throw new UnsupportedOperationException("patched memory is only read");
  }

  @Override
  public void flush() {
    throw new UnsupportedOperationException("patched memory is only read");
  }
}
