package org.cumulus.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.Cumulus;
import org.cumulus.NDArray;
import org.junit.jupiter.api.Test;

/**
 * Chains of views against NumPy's: shape, strides, values, whether memory is shared, what is
 * refused, and the strides of a sum along each axis, NumPy's K order.
 */
class ViewsGoldenTest {
  @Test
  void chainsOfViews() {
    List<String> cases = GoldenFile.cases("views.txt");
    assertEquals(2500, cases.size());
    List<String> wrong = new ArrayList<>();
    for (String line : cases) {
      int arrow = line.indexOf(" => ");
      String[] steps = line.substring(0, arrow).split(" \\| ", -1);
      String expected = line.substring(arrow + 4);
      String actual;
      try {
        actual = result(steps);
      } catch (IllegalArgumentException e) {
        actual = "! " + e.getMessage();
      }
      if (!ErrorTexts.matches(squeezed(expected), squeezed(actual))) {
        wrong.add(line + "\n   Cumulus: " + actual);
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  /**
   * NumPy writes the shapes in its messages without blanks, and an unknown dimension by name, or in
   * front not at all.
   */
  private static String squeezed(String text) {
    return text.startsWith("! ")
        ? text.replace(", ", ",").replace("  ", " ").replace("newaxis", "-1").replace("(-1,", "(")
        : text;
  }

  private static String result(String... steps) {
    long[] shape = CumsumCase.numbers(steps[0]);
    short[] elements = new short[Indices.of(shape).size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = (short) i;
    }
    NDArray view = shape.length == 0 ? scalar(elements) : NDArray.wrap(elements, shape);
    for (int i = 1; i < steps.length; i++) {
      view = ViewStep.apply(steps[i], view);
    }
    if (view.size() == 0) {
      return CumsumCase.text(view.shape());
    }
    List<String> sums = new ArrayList<>();
    for (int axis = 0; axis < view.ndim(); axis++) {
      sums.add(CumsumCase.text(Cumulus.cumsum(view, axis).strides()));
    }
    return String.join(
        " ",
        CumsumCase.text(view.shape()),
        strides(view),
        sharesMemory(view, elements) ? "view" : "copy",
        sums.isEmpty() ? "-" : String.join(";", sums),
        values(view));
  }

  /** An array without dimensions; an empty shape for {@code wrap} means one dimension. */
  private static NDArray scalar(short[] elements) {
    return NDArray.wrap(elements).select(0, 0);
  }

  /** Strides of axes of length 1 mean nothing. */
  private static String strides(NDArray view) {
    List<String> strides = new ArrayList<>();
    for (int axis = 0; axis < view.ndim(); axis++) {
      strides.add(view.shape()[axis] == 1 ? "*" : Long.toString(view.strides()[axis]));
    }
    return strides.isEmpty() ? "()" : String.join(",", strides);
  }

  private static boolean sharesMemory(NDArray view, short[] elements) {
    String before = values(view);
    short first = elements[0];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = (short) (elements[i] + 100);
    }
    boolean shares = !values(view).equals(before);
    for (int i = 0; i < elements.length; i++) {
      elements[i] = (short) (elements[i] - 100);
    }
    assertEquals(first, elements[0]);
    return shares;
  }

  private static String values(NDArray view) {
    return CumsumCase.text(Indices.of(view.shape()).stream().mapToLong(view::getLong).toArray());
  }
}
