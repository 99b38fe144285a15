package org.cumulus.cli.table.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cumulus.cli.table.values.NumberReader;

/** A Parquet file, whose rows can be read as CSV. */
public final class ParquetTable {
  /** It says what the CPU can, which nobody asked; kept, as else its level is forgotten. */
  private static final Logger LOGGER = Logger.getLogger("dev.hardwood");

  private final Path file;
  private final Map<String, NumberReader> numbers = new HashMap<>();

  /**
   * Looks at the columns of a file.
   *
   * @throws IOException if it is not Parquet, or has columns of more than one value
   */
  public ParquetTable(Path file) throws IOException {
    this.file = file;
    LOGGER.setLevel(Level.WARNING);
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file))) {
      for (ColumnSchema column : reader.getFileSchema().getColumns()) {
        if (column.maxRepetitionLevel() > 0 || column.fieldPath().elements().size() > 1) {
          throw new IOException(
              "column '%s' is nested, expected one value a row"
                  .formatted(column.fieldPath().elements().getFirst()));
        }
        NumberReader usual = NumberReader.usual();
        if (column.type() == PhysicalType.DOUBLE) {
          numbers.put(column.name(), usual.ofDoubles());
        } else if (isFloat(column)) {
          numbers.put(column.name(), usual.ofFloats());
        }
      }
    } catch (IllegalArgumentException | UnsupportedOperationException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
  }

  private static boolean isFloat(ColumnSchema column) {
    return column.type() == PhysicalType.FLOAT
        || "FLOAT16".equals(String.valueOf(column.logicalType()));
  }

  /** How the numbers of columns are read that are no decimals. */
  public Map<String, NumberReader> numbers() {
    return numbers;
  }

  /** The rows as CSV, with a header. */
  public InputStream open() throws IOException {
    return new ParquetText(file);
  }
}
