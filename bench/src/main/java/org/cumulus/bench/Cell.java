package org.cumulus.bench;

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
 */
public record Cell(DType dtype, List<Integer> shape, @Nullable Integer axis, Layout layout) {
  /** Reads what {@link #id} writes: {@code float64:1000x10000:axis0:plain}. */
  static Cell parse(String id) {
    String[] part = id.split(":", -1);
    if (part.length != 4) {
      throw new IllegalArgumentException(
          "a cell reads dtype:shape:axis:layout, as in float64:1000x10000:axis0:plain; not " + id);
    }
    List<Integer> shape = Stream.of(part[1].split("x", -1)).map(Integer::valueOf).toList();
    String axis = part[2].substring("axis".length());
    return new Cell(
        DType.of(part[0]),
        shape,
        axis.equals("none") ? null : Integer.valueOf(axis),
        Layout.of(part[3]));
  }

  /** Whether the input lies in C order on the heap. */
  public boolean isPlain() {
    return layout == Layout.PLAIN;
  }

  /** The cell in one word without commas, so that it can be one of JMH's parameters. */
  public String id() {
    return "%s:%s:axis%s:%s".formatted(dtype.name(), shapeText(), axisText(), layout.text());
  }

  String shapeText() {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  String axisText() {
    return axis == null ? "none" : axis.toString();
  }

  /** The shape as arrays take it. */
  public long[] dimensions() {
    return shape.stream().mapToLong(Integer::longValue).toArray();
  }

  /** How many elements are summed. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** How long the scanned lines are. */
  int lineLength() {
    return axis == null ? size() : shape.get(axis);
  }

  /** Whether the elements of a line are neighbours, if the layout is plain. */
  boolean isAlongLines() {
    return axis == null || axis == shape.size() - 1;
  }

  boolean isOneLine() {
    return lineLength() == size();
  }

  /** The dtype of the sums: NumPy widens small integers. */
  DType resultDtype() {
    return switch (dtype.kind()) {
      case BOOL, INT8, INT16, INT32 -> DType.INT64;
      case UINT8, UINT16, UINT32 -> DType.UINT64;
      default -> dtype;
    };
  }

  /** The bytes that a scan must at least write, which is what the copy beside it copies. */
  int resultBytes() {
    return Math.multiplyExact(size(), resultDtype().itemSize());
  }
}
