package org.cumulus.internal.engine;

import java.io.DataInputStream;
import java.io.IOException;
import org.cumulus.DType;
import org.cumulus.internal.digits.PythonTuple;
import org.cumulus.internal.kernels.FoldingKernel;
import org.cumulus.internal.kernels.Kernel;
import org.cumulus.internal.kernels.Vectors;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.Memory;
import org.cumulus.internal.memory.Parts;
import org.cumulus.internal.memory.Strides;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.plan.Extras;
import org.cumulus.internal.plan.Kernels;
import org.cumulus.internal.plan.Plan;
import org.cumulus.internal.plan.Resumption;
import org.cumulus.internal.plan.Tiling;
import org.cumulus.internal.types.Carrier;
import org.jspecify.annotations.Nullable;

/**
 * A scan along an axis, done piece by piece: each piece goes on from the {@link Carries} that the
 * one before left behind, and has the bits that it would have in the whole.
 *
 * <p>A complex array is always a real one with one more axis, so that the carries of both parts are
 * those of neighbouring lines; where only the input or the output is complex, the other is cast
 * apart.
 */
public final class ResumableScan {
  private final DType type;
  private final Rule rule;
  private final int axis;

  /** The shape of the lines, parts of complex numbers among them. */
  private final long[] lineShape;

  private final int lines;

  /** Carries that nobody needs any more, to be overwritten by the next ones. */
  private @Nullable Carries spare;

  /** Says what a carry is made up of. */
  private final Kernel<?, ?> kernel;

  /**
   * A scan of lines.
   *
   * @param type the dtype of the arithmetic, in native byte order
   * @param shape the shape of the pieces; their length along the axis is of no importance
   * @throws IllegalArgumentException if there are more lines than carries fit an array
   */
  public ResumableScan(DType type, Rule rule, int axis, long... shape) {
    this.type = type;
    this.rule = rule;
    this.axis = axis;
    long[] others = Strides.without(shape, axis);
    lineShape = type.kind().isComplex() ? Strides.inserted(others, others.length, 2) : others;
    kernel = kernel(0);
    long count = Strides.checkedSize(lineShape);
    if (count > Allocation.LONGEST_ARRAY / kernel.carrySize(1)) {
      throw new IllegalArgumentException(
          "a stream of shape %s has %d lines, whose carries fit no array"
              .formatted(PythonTuple.of(shape), count));
    }
    lines = (int) count;
  }

  /** The same scan by another rule, whose carries are like these. */
  public ResumableScan by(Rule other) {
    return new ResumableScan(type, other, axis, Strides.inserted(shape(), axis, 0));
  }

  /** The loops; which they are may change with the elements that have been scanned. */
  private Kernel<?, ?> kernel(long elements) {
    return Kernels.of(rule, type, elements);
  }

  /**
   * The carries of lines that have not been begun.
   *
   * @param initial what they start from, without dimensions and of the arithmetic's dtype; null for
   *     nothing
   */
  public Carries start(@Nullable View initial) {
    return start(kernel, initial);
  }

  private <A> Carries start(Kernel<?, A> typed, @Nullable View initial) {
    A carry = array(typed, typed.carrySize(lines));
    if (initial == null) {
      typed.start(carry, lines);
      return new Carries(0, carry, array(typed, lines));
    }
    int parts = type.kind().isComplex() ? 2 : 1;
    for (int part = 0; part < parts; part++) {
      View value = part == 0 ? Parts.real(initial) : Parts.imaginary(initial);
      A one = array(typed, typed.carrySize(1));
      typed.startFrom(Execution.carried(typed, value), one, 1);
      for (int line = part; line < lines; line += parts) {
        typed.copyCarry(one, 1, 0, carry, lines, line, 1);
      }
    }
    return new Carries(0, carry, array(typed, lines));
  }

  @SuppressWarnings("unchecked") // A carrier makes arrays of its kernels' type.
  private static <A> A array(Kernel<?, A> kernel, int length) {
    return (A) kernel.carrier().allocate(length);
  }

  /**
   * Scans a piece into a view of the same shape, which is written only if nothing fails.
   *
   * @return the carries after it; those before stay as they are
   */
  public Carries scan(View in, View out, Carries before) {
    if (in.size() == 0) {
      long position = before.position() + in.shape()[axis];
      return new Carries(position, before.carry(), before.last());
    }
    boolean apart =
        Execution.isApart(type, out.dtype(), rule)
            || type.kind().isComplex() != out.dtype().kind().isComplex();
    View target = apart ? Allocation.like(out, type) : out;
    boolean castFirst =
        Execution.isCastFirst(in.dtype(), type, rule)
            || (type.kind().isComplex() && !in.dtype().kind().isComplex());
    View source = castFirst ? Copy.cast(in, type, rule.overflow()) : Overlap.unaffected(in, target);
    int threads = Execution.threads(source, target, rule.parallelism());
    boolean isComplex = type.kind().isComplex();
    Carries after =
        scan(
            kernel(source.size()),
            isComplex ? Parts.asLastAxis(source) : Parts.real(source),
            isComplex ? Parts.asLastAxis(target) : target,
            before,
            threads);
    if (apart) {
      Copy.copy(target, out, rule.overflow());
    }
    return after;
  }

  /** Takes carries back that the caller needs no longer, those before others. */
  public void recycle(Carries old, Carries current) {
    // Of nothing no carry was made.
    spare = old.carry().equals(current.carry()) ? null : old;
  }

  /** Scans up to where whole octets and blocks begin apart, as only from there on all is fast. */
  private <A> Carries scan(Kernel<?, A> typed, View in, View out, Carries before, int threads) {
    boolean isShared = threads > 1 && in.size() >= Tiling.PARALLEL_SIZE;
    int block = isShared && typed instanceof FoldingKernel<?, ?> folding ? folding.block() : 0;
    int unit = Math.max(block, typed.grain());
    long length = in.shape()[axis];
    long head = Math.min(Math.floorMod(-before.position(), (long) unit), length);
    Carries middle = before;
    if (head > 0) {
      middle = run(typed, in.narrow(axis, 0, 1, head), out.narrow(axis, 0, 1, head), before, 1);
    }
    long rest = length - head;
    return rest == 0
        ? middle
        : run(
            typed,
            in.narrow(axis, head, 1, rest),
            out.narrow(axis, head, 1, rest),
            middle,
            threads);
  }

  @SuppressWarnings("unchecked") // Carries have arrays of the kernel's type.
  private <A> Carries run(Kernel<?, A> typed, View in, View out, Carries before, int threads) {
    Carries room = spare;
    spare = null;
    A after = room == null ? array(typed, typed.carrySize(lines)) : (A) room.carry();
    A last = room == null ? array(typed, lines) : (A) room.last();
    long[] strides = Strides.inserted(Strides.contiguous(lineShape, 1), axis, 0);
    Resumption<A> resumption = new Resumption<>((A) before.carry(), after, last, lines, strides);
    Vectors.count(in.size());
    DType carried = Execution.carried(typed, Parts.partType(type));
    Extras<A> extras = new Extras<>(null, rule.overflow(), null, resumption);
    Pipeline.run(Plan.of(typed, carried, in, out, axis, extras, threads));
    return new Carries(before.position() + in.shape()[axis], after, last);
  }

  /** The last result of each line, cast to a dtype; there must be one. */
  public View last(Carries carries, DType dtype) {
    DType carried = kernel.carrier().dtype();
    Memory memory =
        carries.last() instanceof @Nullable Object[] objects
            ? new Memory.References(objects)
            : new Memory.Heap(carries.last());
    View results = Allocation.zeros(type, shape());
    View parts = Parts.asLastAxis(results);
    Copy.copy(View.contiguous(carried, memory, lineShape), parts);
    return Copy.cast(results, dtype);
  }

  /** The shape of the pieces without the axis; not to be changed. */
  public long[] shape() {
    return type.kind().isComplex() ? Strides.without(lineShape, lineShape.length - 1) : lineShape;
  }

  /**
   * Carries as they were written.
   *
   * @throws IOException if there is not what the carries of this scan are made up of
   */
  public Carries read(DataInputStream in) throws IOException {
    long position = in.readLong();
    Carrier carrier = kernel.carrier();
    int size = kernel.carrySize(lines);
    long bytes = ((long) size + lines) * carrier.dtype().itemSize();
    if (position < 0 || in.available() != bytes) {
      throw new IOException(
          "%d bytes of values instead of %d at position %d"
              .formatted(in.available(), bytes, position));
    }
    Carries carries = new Carries(position, carrier.allocate(size), carrier.allocate(lines));
    Carries.read(carries.carry(), in);
    Carries.read(carries.last(), in);
    return carries;
  }
}
