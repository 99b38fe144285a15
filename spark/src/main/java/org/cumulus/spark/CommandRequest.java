package org.cumulus.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cumulus.spark.Function.Kind;

/** What a command line asks of a table: its columns are found there, and so is what they hold. */
final class CommandRequest {
  private final Arguments arguments;
  private final Dataset<Row> table;
  private final TableColumns columns;
  private final List<Terms.Term> order = new ArrayList<>();
  private final TextColumns texts;

  private CommandRequest(Arguments arguments, Dataset<Row> table) {
    this.arguments = arguments;
    this.table = table;
    columns = new TableColumns(table.schema());
    arguments.order().forEach(value -> order.addAll(Terms.ordered(value, columns)));
    texts = new TextColumns(table, columns, computed(), arguments.nulls());
  }

  /** The table with the totals, once its texts have been read where they matter. */
  static Dataset<Row> totals(Arguments arguments, Dataset<Row> table) {
    return new CommandRequest(arguments, table).totals();
  }

  /** The columns whose values matter. */
  private Set<String> computed() {
    Set<String> names = new LinkedHashSet<>();
    for (Arguments.Asked asked : arguments.functions()) {
      if (asked.kind() != Kind.ROW_NUMBER) {
        String name = columns.get(asked.column()).name();
        if (asked.kind() != Kind.COUNT) {
          names.add(name);
        }
      }
    }
    order.forEach(term -> names.add(columns.get(term.name()).name()));
    return names;
  }

  private Dataset<Row> totals() {
    RunningTotal totals = RunningTotal.empty();
    for (Arguments.Asked asked : arguments.functions()) {
      totals = with(totals, asked);
      String name = asked.name();
      if (name != null) {
        totals = totals.as(name);
      } else if (asked.kind() != Kind.ROW_NUMBER) {
        String kind = asked.kind().name().toLowerCase(Locale.ROOT);
        totals = totals.as("running_" + kind + "_" + columns.get(asked.column()).name());
      }
    }
    List<Column> by = new ArrayList<>();
    for (Terms.Term term : order) {
      Column column = texts.order(term);
      by.add(term.isDescending() ? column.desc() : column);
    }
    List<Column> groups = new ArrayList<>();
    for (String value : arguments.groups()) {
      Terms.names(value, columns).forEach(name -> groups.add(columns.column(name)));
    }
    totals = totals.orderBy(by.toArray(new Column[0])).partitionBy(groups.toArray(new Column[0]));
    totals = arguments.isRange() ? totals.range() : totals;
    return (arguments.isExclusive() ? totals.exclusive() : totals).apply(table);
  }

  private RunningTotal with(RunningTotal totals, Arguments.Asked asked) {
    return switch (asked.kind()) {
      case SUM -> totals.sum(texts.number(asked.column()));
      case AVG -> totals.avg(texts.number(asked.column()));
      case MIN -> totals.min(texts.number(asked.column()));
      case MAX -> totals.max(texts.number(asked.column()));
      case COUNT -> totals.count(texts.counted(asked.column()));
      case ROW_NUMBER -> totals.rowNumber();
    };
  }
}
