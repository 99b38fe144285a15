package org.cumulus.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.cumulus.cli.table.functions.FunctionKind;
import org.cumulus.cli.table.functions.FunctionSpec;
import org.cumulus.cli.table.functions.NullPolicy;
import org.cumulus.cli.table.parquet.ParquetTable;
import org.cumulus.cli.table.rows.Header;
import org.cumulus.cli.table.values.NumberReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that another library wrote; parquet.py beside them made them. */
class ParquetTableTest {
  @TempDir private Path folder;

  private static Path file(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(ParquetTableTest.class.getResource(name), name);
    return Path.of(url.toURI());
  }

  private String run(Path file, List<String> order, String... sums) throws IOException {
    ParquetTable table = new ParquetTable(file);
    TableRequest request =
        new TableRequest(
            List.of(sums).stream().map(name -> new FunctionSpec(FunctionKind.SUM, name)).toList(),
            List.of(),
            order,
            false,
            false,
            NullPolicy.SKIP,
            List.of(),
            null,
            NumberReader.usual(),
            false,
            1 << 20);
    TableInput input =
        new TableInput(
            table::open,
            TableFormat.CSV,
            new Header.Style((byte) ',', true, Header.Names.PRESENT, false),
            table.numbers(),
            null,
            folder);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableRun.run(request, input, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void valuesHaveTheirTypes() throws Exception {
    String expected =
        """
        id,u64,f32,f64,dec,text,flag,day,utc,local,running_sum_u64,running_sum_f32,running_sum_f64,\
        running_sum_dec
        1,18446744073709551615,0.1,0.1,1.10,"a,""b",true,2024-01-02,2024-01-01T12:00:00.500000Z,\
        2024-01-01T12:00:00.500000000,18446744073709551615,0.10000000149011612,0.1,1.10
        2,1,0.2,0.2,-2.25,"",false,2024-01-01,2024-01-01T09:00:00.000000Z,\
        2024-01-01T09:00:00.000000000,18446744073709551616,0.30000000447034836,0.30000000000000004,\
        -1.15
        3,,,0.3,,,,,,,18446744073709551616,0.30000000447034836,0.6,-1.15
        """;
    for (String codec : List.of("snappy", "zstd", "gzip", "none")) {
      Path file = file("types-" + codec + ".parquet");
      assertEquals(expected, run(file, List.of(), "u64", "f32", "f64", "dec"), codec);
    }
  }

  @Test
  void timesAreInTheirOrder() throws Exception {
    for (String column : List.of("day", "utc", "local")) {
      String sorted = run(file("types-none.parquet"), List.of(column), "id");
      assertEquals(
          List.of("3", "5", "6"),
          sorted.lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList());
    }
  }

  @Test
  void refusesColumnsOfManyValues() throws Exception {
    Path file = file("nested.parquet");
    IOException refused = assertThrows(IOException.class, () -> new ParquetTable(file));
    assertTrue(String.valueOf(refused.getMessage()).contains("'list' is nested"));
  }
}
