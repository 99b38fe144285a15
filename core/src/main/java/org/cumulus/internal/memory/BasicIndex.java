package org.cumulus.internal.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * NumPy's basic indexing from text: integers, slices with steps of either sign, {@code ...} and
 * {@code newaxis} (or {@code None}), separated by commas.
 */
public final class BasicIndex {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern SLICE =
      Pattern.compile("([+-]?\\d+)?\\s*:\\s*([+-]?\\d+)?\\s*(?::\\s*([+-]?\\d+)?)?");

  private BasicIndex() {}

  public static View apply(View view, String index) {
    List<String> items = items(index);
    long taken = items.stream().filter(item -> !isNewAxis(item) && !item.equals("...")).count();
    if (taken > view.ndim()) {
      throw new IllegalArgumentException(
          "too many indices for array: array is %d-dimensional, but %d were indexed: '%s'"
              .formatted(view.ndim(), taken, index));
    }
    int axis = 0;
    int givenAxis = 0; // Where the axis was before others went away and came in.
    for (String item : items) {
      if (item.equals("...")) {
        int skipped = (int) (view.ndim() - axis - remaining(items, item));
        axis += skipped;
        givenAxis += skipped;
      } else if (isNewAxis(item)) {
        view = view.newAxis(axis++);
      } else if (INTEGER.matcher(item).matches()) {
        view = select(view, axis, givenAxis++, parse(item, index));
      } else {
        view = slice(view, axis++, item, index);
        givenAxis++;
      }
    }
    return view;
  }

  private static List<String> items(String index) {
    String text = index.strip();
    boolean isList = text.startsWith("[") && text.endsWith("]");
    if (isList) {
      text = text.substring(1, text.length() - 1).strip();
    }
    List<String> items = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      items.add(item.strip());
    }
    if (items.size() > 1 && items.getLast().isEmpty()) {
      items.removeLast(); // "0," is Python's tuple of one.
    }
    if (isList && items.stream().allMatch(item -> INTEGER.matcher(item).matches())) {
      throw new IllegalArgumentException(
          "only integers, slices (`:`), ellipsis (`...`) and newaxis are valid indices, lists of"
              + " integers are not: '"
              + index
              + "'");
    }
    if (items.stream().filter("..."::equals).count() > 1) {
      throw new IllegalArgumentException(
          "an index can only have a single ellipsis ('...'): '" + index + "'");
    }
    for (String item : items) {
      boolean known =
          item.equals("...")
              || isNewAxis(item)
              || INTEGER.matcher(item).matches()
              || SLICE.matcher(item).matches();
      if (!known) {
        throw new IllegalArgumentException(
            "only integers, slices (`:`), ellipsis (`...`) and newaxis are valid indices: '"
                + item
                + "' in '"
                + index
                + "'");
      }
    }
    return items;
  }

  /** How many axes the items after one take up. */
  private static long remaining(List<String> items, String after) {
    return items.subList(items.indexOf(after) + 1, items.size()).stream()
        .filter(item -> !isNewAxis(item))
        .count();
  }

  private static boolean isNewAxis(String item) {
    return item.equals("newaxis") || item.equals("None");
  }

  public static View select(View view, int axis, long index) {
    return select(view, axis, axis, index);
  }

  private static View select(View view, int axis, int axisInMessage, long index) {
    long length = view.shape()[axis];
    if (index < -length || index >= length) {
      throw new IllegalArgumentException(
          "index %d is out of bounds for axis %d with size %d"
              .formatted(index, axisInMessage, length));
    }
    return view.select(axis, index < 0 ? index + length : index);
  }

  /**
   * Python's rules for slices: ends beyond the array are clipped, negative ones count from its end.
   */
  private static View slice(View view, int axis, String item, String index) {
    Matcher matcher = SLICE.matcher(item);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a slice: '" + item + "' in '" + index + "'");
    }
    long length = view.shape()[axis];
    long step = parseOr(matcher.group(3), 1, index);
    if (step == 0) {
      throw new IllegalArgumentException("slice step cannot be zero: '" + item + "'");
    }
    boolean forward = step > 0;
    long lowest = forward ? 0 : -1;
    long highest = forward ? length : length - 1;
    String startText = matcher.group(1);
    String stopText = matcher.group(2);
    long start =
        startText == null
            ? (forward ? lowest : highest)
            : clipped(parse(startText, index), length, lowest, highest);
    long stop =
        stopText == null
            ? (forward ? highest : lowest)
            : clipped(parse(stopText, index), length, lowest, highest);
    long span = forward ? stop - start : start - stop;
    long count = span <= 0 ? 0 : (span - 1) / Math.abs(step) + 1;
    return view.narrow(axis, start, count <= 1 ? 1 : step, count);
  }

  private static long clipped(long end, long length, long lowest, long highest) {
    return Math.clamp(end < 0 ? end + length : end, lowest, highest);
  }

  private static long parseOr(@Nullable String number, long missing, String index) {
    return number == null ? missing : parse(number, index);
  }

  private static long parse(String number, String index) {
    try {
      return Long.parseLong(number);
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException(
          "index does not fit 64 bits: '" + number + "' in '" + index + "'", tooLarge);
    }
  }
}
