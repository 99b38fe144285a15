package org.cumulus.cli.table;

import java.util.List;
import java.util.function.Supplier;
import org.cumulus.cli.table.functions.Accumulator;
import org.cumulus.cli.table.rows.RowException;
import org.jspecify.annotations.Nullable;

/** The groups there are, by their keys. */
final class Groups {
  private final List<GroupColumn> columns;
  private final Supplier<Accumulator[]> start;
  private final Key key = new Key();
  private @Nullable Group[] table = new Group[1024];
  private int count;

  /** The last group, which is the only one if there are no keys. */
  private @Nullable Group last;

  /**
   * No groups yet.
   *
   * @param columns that rows of a group have in common
   * @param start makes what a new group remembers
   */
  Groups(List<GroupColumn> columns, Supplier<Accumulator[]> start) {
    this.columns = columns;
    this.start = start;
  }

  /** The group of a row. */
  Group of(CurrentRow row) throws RowException {
    Group found = last;
    if (columns.isEmpty() && found != null) {
      return found;
    }
    key.clear();
    for (GroupColumn column : columns) {
      column.addTo(key, row);
    }
    if (found != null && key.is(found.key())) {
      return found;
    }
    last = find();
    return last;
  }

  private Group find() {
    int hash = key.hash();
    int place = hash & (table.length - 1);
    for (Group group = table[place]; group != null; group = table[place]) {
      if (group.hash() == hash && key.is(group.key())) {
        return group;
      }
      place = (place + 1) & (table.length - 1);
    }
    Group group = new Group(key.toBytes(), hash, start.get());
    table[place] = group;
    if (++count > table.length / 2) {
      grow();
    }
    return group;
  }

  private void grow() {
    @Nullable Group[] larger = new Group[2 * table.length];
    for (Group group : table) {
      if (group != null) {
        int place = group.hash() & (larger.length - 1);
        while (larger[place] != null) {
          place = (place + 1) & (larger.length - 1);
        }
        larger[place] = group;
      }
    }
    table = larger;
  }
}
