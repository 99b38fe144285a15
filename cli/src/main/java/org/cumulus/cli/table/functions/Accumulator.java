package org.cumulus.cli.table.functions;

import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** What a function remembers of the rows of a group so far. */
public abstract class Accumulator {
  /** Only functions of this package. */
  Accumulator() {}

  /** Adds a number. */
  public abstract void add(Value value);

  /** Adds a row without a number, which most functions pass over. */
  public void addNull() {}

  /** Whether it has no value: there were no numbers. */
  public abstract boolean isNull();

  /** Writes its value, which it has. */
  public abstract void writeTo(CellText out);

  /** Forgets all rows. */
  public abstract void clear();
}
