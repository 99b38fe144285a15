package org.cumulus.internal.text;

import org.cumulus.PrintOptions;
import org.cumulus.internal.memory.View;

/**
 * The nested brackets around the elements. Every level indents by one more column, and leaves one
 * column less for its closing bracket. Rows are broken into lines, parts of n axes are parted by as
 * many line breaks, and a summary has {@code ...} in the place of what it leaves out.
 */
final class NestedText {
  private static final String ELLIPSIS = "...";

  private final long[] shape;
  private final long[] index;
  private final ElementText elements;
  private final String separator;
  private final String bareSeparator;
  private final long edge;
  private final StringBuilder out = new StringBuilder();

  private NestedText(View array, ElementText elements, PrintOptions options, String separator) {
    this.shape = array.shape();
    this.index = new long[shape.length];
    this.elements = elements;
    this.separator = separator;
    this.bareSeparator = TextLines.stripTrailing(separator);
    this.edge = array.size() > options.threshold() ? options.edgeItems() : Long.MAX_VALUE;
  }

  /**
   * The text of an array.
   *
   * @param indent the column of the elements of a one-dimensional array
   * @param width the length of a line
   */
  static String of(View array, PrintOptions options, String separator, int indent, int width) {
    NestedText text = new NestedText(array, ElementText.of(array, options), options, separator);
    text.append(0, indent, width);
    return text.out.toString();
  }

  private void append(int axis, int indent, int width) {
    int axesLeft = shape.length - axis;
    if (axesLeft == 0) {
      out.append(elements.at(index));
      return;
    }
    out.append('[');
    if (axesLeft == 1) {
      appendRow(axis, indent, width);
    } else {
      appendParts(axis, indent, width);
    }
    out.append(']');
  }

  private void appendRow(int axis, int indent, int width) {
    WrappedRow row = new WrappedRow(indent, width - Math.max(TextLines.length(bareSeparator), 1));
    long length = shape[axis];
    for (long i = 0; i < length; i++) {
      if (startsGap(i, length)) {
        row.append(ELLIPSIS, separator);
        i = afterGap(length);
      }
      index[axis] = i;
      row.append(elements.at(index), i < length - 1 ? separator : "");
    }
    out.append(row.finish());
  }

  private void appendParts(int axis, int indent, int width) {
    String between = bareSeparator + "\n".repeat(shape.length - axis - 1) + " ".repeat(indent);
    long length = shape[axis];
    for (long i = 0; i < length; i++) {
      if (startsGap(i, length)) {
        out.append(ELLIPSIS).append(between);
        i = afterGap(length);
      }
      index[axis] = i;
      append(axis + 1, indent + 1, width - 1);
      if (i < length - 1) {
        out.append(between);
      }
    }
  }

  private boolean startsGap(long i, long length) {
    return i == edge && VisibleElements.isCut(length, edge);
  }

  /** The first element behind the gap; NumPy shows the last even if it should show none. */
  private long afterGap(long length) {
    return length - Math.max(edge, 1);
  }
}
