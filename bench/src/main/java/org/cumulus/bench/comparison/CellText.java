package org.cumulus.bench.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cumulus.bench.cells.Cell;
import org.cumulus.bench.cells.DataKind;

/** Cells in words, for tables and pictures. */
final class CellText {
  private CellText() {}

  /** The dtype and, if it is not the sum, the operation. */
  static String name(Cell cell) {
    return cell.isSum() ? cell.dtype().name() : cell.dtype().name() + " " + cell.operation();
  }

  /** Shape, axis, and what else is not as usual. */
  static String detail(Cell cell) {
    List<String> words = new ArrayList<>();
    words.add(
        cell.shape().stream()
            .map(
                length ->
                    String.format(Locale.ROOT, cell.shape().size() == 1 ? "%,d" : "%d", length))
            .collect(Collectors.joining("×")));
    if (cell.axis() == null) {
      words.add("flat");
    } else if (cell.shape().size() > 1) {
      words.add("axis " + cell.axis());
    }
    if (!cell.isPlain()) {
      words.add(cell.layout().text());
    }
    boolean isUsual =
        !cell.dtype().kind().isFloat()
            || cell.data() == DataKind.UNIFORM
            || cell.data() == DataKind.PERIODIC;
    if (!isUsual) {
      words.add(cell.data().text());
    }
    return String.join(", ", words);
  }
}
