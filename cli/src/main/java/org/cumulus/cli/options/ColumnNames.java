package org.cumulus.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.cumulus.cli.console.Failures;
import org.cumulus.cli.console.UsageException;

/**
 * The names, or numbers, of columns with commas between them. A name that has a comma itself stands
 * in double quotes, and one that begins with a double quote, too; two of them in there are one.
 */
final class ColumnNames {
  private ColumnNames() {}

  /**
   * Cuts a list of names apart.
   *
   * @throws UsageException if one is empty, or an unclosed quote
   */
  static List<String> parse(String option, String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDoubled = quoted && text.startsWith("\"\"", i);
      if (isDoubled) {
        name.append(c);
        i++;
      } else if (c == '"' && (quoted || name.toString().isBlank())) {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        names.add(name.toString().strip());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString().strip());
    if (quoted) {
      throw new UsageException(
          "%s: %s has an unclosed quote".formatted(option, Failures.quoted(text)));
    }
    if (names.contains("")) {
      throw new UsageException(
          "%s: %s has an empty name in it: expected names or numbers with commas between them"
              .formatted(option, Failures.quoted(text)));
    }
    return names;
  }
}
