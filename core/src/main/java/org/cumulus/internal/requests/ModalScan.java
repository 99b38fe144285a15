package org.cumulus.internal.requests;

import org.cumulus.DType;
import org.cumulus.internal.checks.FirstOverflow;
import org.cumulus.internal.checks.FirstOverflow.Found;
import org.cumulus.internal.engine.Copy;
import org.cumulus.internal.memory.Allocation;
import org.cumulus.internal.memory.View;
import org.cumulus.internal.operations.Rule;
import org.cumulus.internal.types.Overflow;
import org.jspecify.annotations.Nullable;

/**
 * A scan in its modes: which views it is of, what becomes of NaN, what its results begin with, and
 * what is done about overflow, one after the other. How elements are scanned is up to its kinds,
 * for whole lines and for chunks of them.
 */
abstract class ModalScan {
  final Fold fold;
  final Rule rule;

  /** The dtype of the operation. */
  final DType type;

  final ModeViews views;

  ModalScan(Fold fold, Rule rule, DType type, ModeViews views) {
    this.fold = fold;
    this.rule = rule;
    this.type = type;
    this.views = views;
  }

  /**
   * Scans an input into an output of the result's shape. All that can fail does so before the
   * output is written, but for what {@link Rule#canFail} tells of.
   */
  final void run(View in, View out) {
    Modes modes = views.modes();
    View kept = modes.keptNaN(in, out);
    View source = source(modes.skipsNaN() ? fold.withoutNaN(in) : in);
    View target = views.target(out, source);
    View start = modes.isShifted() && out.size() > 0 ? start(out.dtype()) : null;
    Found beyond =
        start == null || !rule.isChecked()
            ? null
            : FirstOverflow.ofCast(start, out.dtype(), index -> startIndex(index, out.shape()));
    // It is cast to the output's dtype now, as that may fail.
    View first =
        start == null || beyond != null ? null : Copy.cast(start, out.dtype(), rule.overflow());
    if (rule.isChecked()) {
      checked(source, target, out.shape(), beyond);
    } else {
      scan(source, target, rule);
    }
    if (first != null) {
      views.writeFirst(first, out);
    }
    if (kept != null) {
      views.keepNaN(kept, out);
    }
  }

  /**
   * Scans, and refuses overflow, which is looked for in a second scan.
   *
   * @param shape the shape of the whole result
   * @param beyond what the result begins with, if the output cannot hold it
   */
  private void checked(View source, View target, long[] shape, @Nullable Found beyond) {
    boolean isHidden = FirstOverflow.isHidden(type, target.dtype());
    View results = isHidden ? Allocation.like(target, type) : target;
    boolean isBroken = beyond != null;
    try {
      if (!isBroken) {
        scan(source, results, rule);
      }
    } catch (Overflow overflow) {
      isBroken = true;
    }
    // Where nothing is found there were infinities or NaN among the elements.
    Found found =
        isBroken || isPossible(results) ? find(source, beyond, target.dtype(), shape) : null;
    if (found != null) {
      throw Refusals.refusal(fold, found);
    }
    if (isBroken) {
      // It was where the first cell of the next segment belongs.
      scan(source, results, rule.saturating());
    }
    if (isHidden) {
      Copy.copy(results, target);
    }
  }

  /** What there is to scan of an input without NaN. */
  abstract View source(View in);

  /**
   * What the results begin with, of the operation's dtype or the output's if that is of objects.
   */
  abstract View start(DType out);

  /** Where in the whole result an index of the {@link #start} is. */
  abstract long[] startIndex(long[] index, long... shape);

  /** Scans the source into the view where its results go. */
  abstract void scan(View source, View results, Rule by);

  /** Whether a scan that did not break may have overflowed. */
  abstract boolean isPossible(View results);

  /**
   * The first overflow, in a scan where nothing is an error; null if there is none.
   *
   * @param beyond what the result begins with, if the output cannot hold it
   * @param out the dtype of the output
   * @param shape the shape of the whole result
   */
  abstract @Nullable Found find(View source, @Nullable Found beyond, DType out, long... shape);
}
