package org.cumulus.cli.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Where a table comes from, and how it is written.
 *
 * @param source opens it; a request may do so twice
 * @param format null if the first byte is to tell
 * @param style of the header, if it has one
 * @param numbers how the numbers of columns are read that are not as the request has it
 * @param plot gets what is to be drawn; null if nothing is
 * @param folder where files may be for a while
 */
public record TableInput(
    Source source,
    @Nullable TableFormat format,
    Header.Style style,
    Map<String, NumberReader> numbers,
    @Nullable PlotCollector plot,
    Path folder) {
  /** Opens a table. */
  @FunctionalInterface
  public interface Source {
    /** The bytes of the table, from the first on; {@code available} tells when they pause. */
    InputStream open() throws IOException;
  }
}
