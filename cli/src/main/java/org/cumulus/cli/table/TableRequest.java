package org.cumulus.cli.table;

import java.util.List;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a table.
 *
 * @param partitionBy columns; rows equal in them have totals of their own
 * @param orderBy columns with {@code :desc} and the like behind them
 * @param isRange whether rows equal in the order share a total
 * @param isExclusive whether a total is that of the rows before
 * @param nullWords what stands for a missing value, beside an empty cell
 * @param resetWhen a column, or {@code COLUMN=VALUE}: where totals start anew
 * @param numbers how numbers are written
 * @param asFloat whether all numbers are doubles, added from left to right
 * @param memory how many bytes a sort may have
 */
public record TableRequest(
    List<FunctionSpec> functions,
    List<String> partitionBy,
    List<String> orderBy,
    boolean isRange,
    boolean isExclusive,
    NullPolicy nulls,
    List<String> nullWords,
    @Nullable String resetWhen,
    NumberReader numbers,
    boolean asFloat,
    long memory) {
  /** The names of the new columns. */
  List<String> names() {
    return functions.stream().map(FunctionSpec::name).toList();
  }
}
