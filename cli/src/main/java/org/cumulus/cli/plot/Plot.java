package org.cumulus.cli.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cumulus.DType;
import org.cumulus.DType.Kind;
import org.cumulus.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What a plot shows: some lines of an array, and their running totals.
 *
 * @param source what the array is called, for the title
 * @param operation what was done with it, such as {@code cumsum}
 * @param elements the lines of the array
 * @param totals the lines of the result
 */
public record Plot(String source, String operation, DrawnLines elements, DrawnLines totals) {
  /** A plot of an operation on an array, along an axis or, if that is null, of all elements. */
  public static Plot of(
      String source, String operation, @Nullable Integer axis, NDArray array, NDArray result) {
    return new Plot(source, operation, new DrawnLines(array, axis), new DrawnLines(result, axis));
  }

  /**
   * Checks that elements of a dtype can be drawn.
   *
   * @throws IllegalArgumentException if not, with the reason
   */
  public static void check(DType dtype) {
    if (dtype.kind().isComplex()) {
      throw new IllegalArgumentException(
          "a plot shows real numbers, and "
              + dtype.name()
              + " has two parts: plot them separately");
    }
    if (dtype.kind() == Kind.OBJECT) {
      throw new IllegalArgumentException(
          "a plot shows numbers of a fixed size, and these are objects: expected --dtype float64");
    }
  }

  String title() {
    Integer axis = elements.axis();
    return operation + " of " + source + (axis == null ? "" : ", axis " + axis);
  }

  private static List<Curve> curves(DrawnLines lines, String nameOfOne) {
    List<Curve> curves = new ArrayList<>();
    for (long number : lines.drawn()) {
      String name = lines.count() == 1 ? nameOfOne : lines.index(number);
      curves.add(lines.curve(number, name, Chart.COLUMNS));
    }
    return curves;
  }

  List<Curve> curvesOfTotals() {
    return curves(totals, operation);
  }

  List<Curve> curvesOfElements() {
    return curves(elements, "elements");
  }

  /**
   * What stands below the horizontal axis: what it counts, and what of the array is not to be seen.
   */
  String explanation(List<Curve> drawnTotals, List<Curve> drawnElements) {
    StringBuilder text = new StringBuilder(elements.length() == 0 ? "no elements" : "element");
    if (elements.count() > drawnElements.size()) {
      text.append(
          String.format(
              Locale.ROOT, "  (%d of %,d lines drawn)", drawnElements.size(), elements.count()));
    }
    addUndrawn(text, "elements", drawnElements);
    addUndrawn(text, "totals", drawnTotals);
    return text.toString();
  }

  private static void addUndrawn(StringBuilder text, String what, List<Curve> curves) {
    long undrawn = curves.stream().mapToLong(Curve::undrawn).sum();
    if (undrawn > 0) {
      text.append(String.format(Locale.ROOT, "  (%,d %s NaN or infinite)", undrawn, what));
    }
  }
}
