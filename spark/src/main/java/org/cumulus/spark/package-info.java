/**
 * Running totals of Spark tables that are computed by all of a cluster, with the same bits however
 * a table is divided.
 *
 * <pre>
 *   RunningTotal.apply    Spark's own window functions resolve names and types (TableTotals) ─┐
 *   CumulusExtensions     SQL's windows that AllowList allows (SqlWindowStrategy) ────────────┤
 *                                                                                             ↓
 *   RunningWindowStrategy    Exchange by ranges of the order → Sort → RunningWindowExec
 *                                                                       ├─ 1  PartitionFold of each partition
 *                                                                       ├─    Carries: the scan of the folds
 *                                                                       └─ 2  Replay of each, sorted, from its Carry
 * </pre>
 *
 * <p>{@link org.cumulus.spark.RunningTotal} says what there is; then, in {@code internal}, read
 * {@code RunningWindowExec}, {@code PartitionFold}, {@code Carries} and {@code Replay}. What a
 * function adds up is an {@code Accumulator}.
 */
@NullMarked
package org.cumulus.spark;

import org.jspecify.annotations.NullMarked;
