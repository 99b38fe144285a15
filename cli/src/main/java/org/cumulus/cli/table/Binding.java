package org.cumulus.cli.table;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.sort.OrderColumn;
import org.jspecify.annotations.Nullable;

/** Which cells a request reads, by their numbers among those that are wanted. */
final class Binding {
  private final int[] functions;
  private final int[] numbers;
  private final List<GroupColumn> groups;
  private final @Nullable Reset reset;
  private final List<OrderColumn> order;

  private Binding(
      int[] functions,
      int[] numbers,
      List<GroupColumn> groups,
      @Nullable Reset reset,
      List<OrderColumn> order) {
    this.functions = functions;
    this.numbers = numbers;
    this.groups = groups;
    this.reset = reset;
    this.order = order;
  }

  /** The cell of each function; -1 for all of a row. */
  int[] functions() {
    return functions;
  }

  /** The cells that are read as numbers. */
  int[] numbers() {
    return numbers;
  }

  /** The cells that rows of a group have in common. */
  List<GroupColumn> groups() {
    return groups;
  }

  /** Where totals start anew, if they do. */
  @Nullable Reset reset() {
    return reset;
  }

  /** The cells that rows are ordered by, and how. */
  List<OrderColumn> order() {
    return order;
  }

  /**
   * Looks up the columns of a request.
   *
   * @throws ColumnException if one of them is not there
   */
  static Binding of(TableRequest request, Columns columns) throws ColumnException {
    columns.checkNew(request.names());
    int[] functions = new int[request.functions().size()];
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < functions.length; i++) {
      FunctionSpec function = request.functions().get(i);
      functions[i] = function.column() == null ? -1 : columns.cell(function.column());
      if (function.kind().isOfNumbers() && !numbers.contains(functions[i])) {
        numbers.add(functions[i]);
      }
    }
    List<GroupColumn> groups = new ArrayList<>();
    for (String list : request.partitionBy()) {
      for (String name : columns.split(list)) {
        groups.add(GroupColumn.of(name, columns));
      }
    }
    List<OrderColumn> order = new ArrayList<>();
    for (String list : request.orderBy()) {
      for (String column : columns.split(list)) {
        order.add(order(column, columns));
      }
    }
    return new Binding(
        functions,
        ints(numbers),
        groups,
        request.resetWhen() == null ? null : Reset.of(request.resetWhen(), columns),
        order);
  }

  private static OrderColumn order(String text, Columns columns) throws ColumnException {
    try {
      OrderColumn column = OrderColumn.parse(text, columns::isName);
      return column.at(columns.cell(column.name()));
    } catch (IllegalArgumentException wrong) {
      throw new ColumnException("--order-by " + text + ": " + wrong.getMessage());
    }
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
