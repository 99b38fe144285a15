package org.cumulus.bench.cells;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cumulus.DType;
import org.jspecify.annotations.Nullable;

/**
 * One point of the grid: which scan of which array is measured.
 *
 * @param dtype the input's dtype, in native byte order
 * @param shape the input's shape, as the scan sees it
 * @param axis the scanned axis; null for the array as if flattened
 * @param layout how the input lies in memory
 * @param data what its elements look like, if they are floats
 * @param operation the operator's name, or {@code diff}
 */
public record Cell(
    DType dtype,
    List<Integer> shape,
    @Nullable Integer axis,
    CellLayout layout,
    DataKind data,
    String operation) {
  /** The operation of a cell whose name does not say. */
  static final String SUM = "add";

  /**
   * Reads what {@link #id} writes: {@code float64:1000x10000:axis0:plain}, and behind it, where
   * they are not the usual ones, the kind of data and the operation.
   */
  public static Cell parse(String id) {
    String[] part = id.split(":", -1);
    if (part.length < 4 || part.length > 6) {
      throw new IllegalArgumentException(
          "a cell reads dtype:shape:axis:layout, as in float64:1000x10000:axis0:plain; not " + id);
    }
    List<Integer> shape = Stream.of(part[1].split("x", -1)).map(Integer::valueOf).toList();
    String axis = part[2].substring("axis".length());
    return new Cell(
        DType.of(part[0]),
        shape,
        axis.equals("none") ? null : Integer.valueOf(axis),
        CellLayout.of(part[3]),
        part.length > 4 ? DataKind.of(part[4]) : DataKind.PERIODIC,
        part.length > 5 ? part[5] : SUM);
  }

  /** Whether the input lies in C order on the heap. */
  public boolean isPlain() {
    return layout == CellLayout.PLAIN;
  }

  /** Whether it is a sum. */
  public boolean isSum() {
    return operation.equals(SUM);
  }

  /** The cell in one word without commas, so that it can be one of JMH's parameters. */
  public String id() {
    String id = "%s:%s:axis%s:%s".formatted(dtype.name(), shapeText(), axisText(), layout.text());
    if (!isSum()) {
      return String.join(":", id, data.text(), operation);
    }
    return data == DataKind.PERIODIC ? id : id + ":" + data.text();
  }

  /** The shape in one word. */
  public String shapeText() {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /** The axis, or {@code none}. */
  public String axisText() {
    return axis == null ? "none" : axis.toString();
  }

  /** The shape as arrays take it. */
  public long[] dimensions() {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  /** How many elements are scanned. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** How long the scanned lines are. */
  public int lineLength() {
    return axis == null ? size() : shape.get(axis);
  }

  /** Whether the elements of a line are neighbours, if the layout is plain. */
  public boolean isAlongLines() {
    return axis == null || axis == shape.size() - 1;
  }

  /** Whether there is but one line. */
  public boolean isOneLine() {
    return lineLength() == size();
  }

  /** The dtype of the sums: NumPy widens small integers. */
  DType sumDtype() {
    return switch (dtype.kind()) {
      case BOOL, INT8, INT16, INT32 -> DType.INT64;
      case UINT8, UINT16, UINT32 -> DType.UINT64;
      default -> dtype;
    };
  }

  /** The product of the lengths of the axes behind the scanned one. */
  int inner() {
    return axis == null
        ? 1
        : Arrays.stream(dimensions())
            .skip(axis + 1L)
            .mapToInt(Math::toIntExact)
            .reduce(1, (a, b) -> a * b);
  }
}
