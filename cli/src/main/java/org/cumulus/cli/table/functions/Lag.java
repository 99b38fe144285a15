package org.cumulus.cli.table.functions;

import java.util.Arrays;
import org.cumulus.cli.table.values.CellText;
import org.cumulus.cli.table.values.Value;

/** The cell of some rows before, as it is written. */
public final class Lag extends Accumulator {
  private byte[][] cells = {};
  private final int distance;
  private long count;

  Lag(int distance) {
    this.distance = distance;
  }

  /** Takes the cell of the next row; it is copied. */
  public void add(byte[] bytes, int from, int to) {
    int ring = distance + 1;
    int place = (int) (count++ % ring);
    if (place >= cells.length && cells.length < ring) {
      cells = Arrays.copyOf(cells, (int) Math.min(ring, 2L * place + 2));
    }
    cells[place] = Arrays.copyOfRange(bytes, from, to);
  }

  @Override
  public void add(Value value) {
    throw new UnsupportedOperationException("a lag is of cells");
  }

  @Override
  public boolean isNull() {
    return count <= distance;
  }

  @Override
  public void writeTo(CellText out) {
    byte[] cell = cells[(int) (count % (distance + 1L))];
    out.raw(cell, 0, cell.length);
  }

  @Override
  public void clear() {
    count = 0;
  }
}
