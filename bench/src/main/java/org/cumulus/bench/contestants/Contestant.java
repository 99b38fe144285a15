package org.cumulus.bench.contestants;

import org.cumulus.bench.cells.Workload;
import org.jspecify.annotations.Nullable;

/** Something that can be timed on cells. A peer library joins in as a service of this type. */
public interface Contestant {
  /** The heading of its column. */
  String title();

  /**
   * Gets ready for a cell.
   *
   * @return what to time; null if it cannot do this cell
   */
  @Nullable Timed enter(Workload workload);

  /** Whether it runs as fast as it ever will once it has entered a cell. */
  default boolean isWarm() {
    return false;
  }

  /** Times a call in this JVM. */
  static Timed timed(Call call) {
    return new Stopwatch(call);
  }
}
