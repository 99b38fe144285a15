package org.cumulus.cli.text;

import org.jspecify.annotations.Nullable;

/**
 * How a text is written, as far as it was said.
 *
 * @param delimiter what stands between cells; null to find it out
 * @param comment what comments begin with; null for {@code #} where nothing stands between cells
 *     but blanks, and else no comments
 * @param numbers how numbers are written
 * @param firstLine what the first line holds
 */
public record TextFormat(
    @Nullable Delimiter delimiter,
    @Nullable Character comment,
    NumberStyle numbers,
    FirstLine firstLine) {
  /** Nothing was said. */
  public static final TextFormat UNKNOWN =
      new TextFormat(null, null, NumberStyle.PLAIN, FirstLine.UNKNOWN);
}
