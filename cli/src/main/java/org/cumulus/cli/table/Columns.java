package org.cumulus.cli.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that a request reads, numbered as they are asked for: cell 0 of a row is
 * the one asked for first.
 */
final class Columns {
  private static final int MOST_SHOWN = 12;
  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,]*\\d[\\d.,]*([eE][-+]?\\d+)?");

  /** The names of all columns; null if each row has its own. */
  private final @Nullable List<String> all;

  private final List<String> wanted = new ArrayList<>();

  Columns(@Nullable List<String> all) {
    this.all = all;
  }

  /**
   * The number of a cell that is wanted.
   *
   * @throws ColumnException if there is no such column, or several
   */
  int cell(String name) throws ColumnException {
    String found = found(name);
    int cell = wanted.indexOf(found);
    if (cell < 0) {
      cell = wanted.size();
      wanted.add(found);
    }
    return cell;
  }

  /** The name as it stands in the header, where blanks around it do not count. */
  private String found(String name) throws ColumnException {
    if (all == null) {
      return name;
    }
    List<String> alike = all.stream().filter(name::equals).toList();
    if (alike.isEmpty()) {
      alike = all.stream().filter(other -> other.strip().equals(name.strip())).toList();
    }
    if (alike.size() == 1) {
      return alike.getFirst();
    }
    if (alike.size() > 1) {
      throw new ColumnException("two columns are called '" + name + "': rename one of them");
    }
    List<String> shown = all.subList(0, Math.min(MOST_SHOWN, all.size()));
    throw new ColumnException(
        "no column '%s', expected one of: %s%s"
            .formatted(name, String.join(", ", shown), all.size() > shown.size() ? ", ..." : ""));
  }

  /** Refuses names of new columns that are there already, in whatever case, or twice. */
  void checkNew(List<String> names) throws ColumnException {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean isThere =
          all != null
              && all.stream().anyMatch(other -> other.strip().equalsIgnoreCase(name.strip()));
      if (isThere) {
        throw new ColumnException(
            "there is already a column '" + name + "': give the new one another name with --as");
      }
      for (String other : names.subList(0, i)) {
        if (name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))) {
          throw new ColumnException(
              "two new columns are called '" + name + "': give one of them another name with --as");
        }
      }
    }
  }

  /**
   * Refuses names of which all are numbers: they are more likely a row.
   *
   * @throws ColumnException if they are
   */
  void checkAreNames() throws ColumnException {
    if (all == null) {
      return;
    }
    List<String> filled = all.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (!filled.isEmpty() && filled.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
      throw new ColumnException(
          "the first line is all numbers: expected names of columns, or --no-header if it is a row"
              + " (--header if they are names)");
    }
  }

  /** Whether a text is the name of a column; not known where each row has its own. */
  boolean isName(String text) {
    return all != null && all.stream().anyMatch(name -> name.strip().equals(text.strip()));
  }

  /** The names that are wanted. */
  List<String> wanted() {
    return wanted;
  }

  /** The places of the wanted ones among all. */
  int[] indices() {
    List<String> names = all == null ? wanted : all;
    return wanted.stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * The parts of a list such as {@code account,"last, first",date:date(d,M,y)}: a name that is one
   * of a column as a whole is not divided.
   */
  List<String> split(String list) {
    if (isName(list)) {
      return List.of(list);
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean isQuoted = false;
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
        continue;
      }
      depth += isQuoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && !isQuoted && depth <= 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
