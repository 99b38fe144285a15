package org.cumulus.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cumulus.cli.table.TableFormat;
import org.cumulus.cli.table.TableInput;
import org.cumulus.cli.table.TableRequest;
import org.cumulus.cli.table.TableRun;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.values.NumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV, TSV and JSON Lines with the columns a and b: running totals of a for each b. The
 * first byte chooses the format, and what is asked for.
 */
class TableFuzzTest {
  private static final int SORTED = 4;
  private static final int AS_FLOAT = 8;
  private static final int EXCLUSIVE = 16;
  private static final int DECIMAL_COMMA = 32;
  private static final long MEMORY = 1 << 16;

  private static final @Nullable TableFormat[] FORMATS = {
    null, TableFormat.CSV, TableFormat.TSV, TableFormat.JSONL
  };

  @FuzzTest(maxDuration = "2m")
  void table(byte @Nullable [] bytes) throws Exception {
    if (bytes == null || bytes.length == 0) {
      return;
    }
    int choice = bytes[0];
    TableFormat format = FORMATS[choice & (FORMATS.length - 1)];
    TableInput input =
        new TableInput(
            () -> new ByteArrayInputStream(bytes, 1, bytes.length - 1),
            format,
            new Header.Style(
                format == TableFormat.TSV ? (byte) '\t' : null,
                true,
                Header.Names.ASSUMED,
                (choice & DECIMAL_COMMA) != 0),
            Map.of(),
            null,
            Path.of(System.getProperty("java.io.tmpdir")));
    Bounded.run(
        bytes.length,
        () -> {
          try {
            TableRun.run(request(choice), input, OutputStream.nullOutputStream());
          } catch (IOException documented) {
            // No such table, or not with these columns.
          }
        });
  }

  private static TableRequest request(int choice) {
    List<FunctionSpec> functions =
        List.of(
            new FunctionSpec(FunctionKind.SUM, "a"),
            new FunctionSpec(FunctionKind.AVG, "a"),
            new FunctionSpec(FunctionKind.MAX, "a"),
            new FunctionSpec(FunctionKind.DELTA, "a"),
            new FunctionSpec(FunctionKind.LAG, "b"));
    return new TableRequest(
        functions,
        List.of("b"),
        (choice & SORTED) == 0 ? List.of() : List.of("a:desc"),
        false,
        (choice & EXCLUSIVE) != 0,
        NullPolicy.SKIP,
        List.of(),
        null,
        NumberReader.usual(),
        (choice & AS_FLOAT) != 0,
        MEMORY);
  }
}
