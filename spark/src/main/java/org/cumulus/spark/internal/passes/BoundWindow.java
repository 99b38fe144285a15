package org.cumulus.spark.internal.passes;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.types.DataType;
import org.cumulus.spark.internal.totals.RunningFunction;
import org.cumulus.spark.internal.totals.TotalSet;

/**
 * What a task must know of a window, columns by their places. Rows come in the order of the groups
 * and, in a group, of the window's order.
 *
 * @param groups the order of the groups, none if all rows are one
 * @param peers the order in which rows may be equal and share a total, none if no function asks
 * @param functions what is computed
 * @param isExclusive whether a row's totals are those before it
 * @param output the types of the rows' columns and of the functions' results
 */
public record BoundWindow(
    List<SortOrder> groups,
    List<SortOrder> peers,
    List<RunningFunction> functions,
    boolean isExclusive,
    List<DataType> output)
    implements Serializable {

  TotalSet newTotals() {
    return new TotalSet(functions);
  }

  Keys newKeys() {
    return new Keys(groups, peers);
  }
}
