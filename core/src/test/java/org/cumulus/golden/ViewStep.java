package org.cumulus.golden;

import java.util.Arrays;
import org.cumulus.NDArray;

/** One operation on a view in words: {@code slice 1:, ::-2}, {@code transpose 1,0}, … */
final class ViewStep {
  private ViewStep() {}

  static NDArray apply(String step, NDArray array) {
    int space = step.indexOf(' ');
    String name = space < 0 ? step : step.substring(0, space);
    String text = space < 0 ? "()" : step.substring(space + 1);
    if (name.equals("slice")) {
      return array.slice(text);
    }
    long[] numbers = CumsumCase.numbers(text);
    int[] axes = Arrays.stream(numbers).mapToInt(Math::toIntExact).toArray();
    return switch (name) {
      case "transpose" -> array.transpose(axes);
      case "reshape" -> array.reshape(numbers);
      case "ravel" -> array.ravel();
      case "flip" -> array.flip(axes);
      case "select" -> array.select(axes[0], numbers[1]);
      case "broadcast" -> array.broadcastTo(numbers);
      default -> throw new AssertionError("no such step: " + step);
    };
  }
}
