package org.cumulus.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code cumulus table} gives, to the last digit; its own test reads the same file. It needs a
 * later Java than this module, so neither depends on the other.
 */
final class EnginesTest {
  private static final Path CASES =
      Path.of("../../cli/src/test/resources/org/cumulus/cli/table/engines.txt");

  @TempDir Path folder;

  @Test
  void givesWhatTableGives() throws IOException {
    int cases = 0;
    for (String each : Files.readString(CASES).split("====\n", -1)) {
      if (!each.isEmpty()) {
        check(each, cases++);
      }
    }
    assertEquals(8, cases);
  }

  private void check(String each, int number) throws IOException {
    int request = each.indexOf('\n');
    int result = each.indexOf("----\n");
    Path in =
        Files.writeString(folder.resolve(number + ".csv"), each.substring(request + 1, result));
    String out = folder.resolve(number + "-out.csv").toString();
    SubmittedCommand.run(
        Arguments.parse(
            Stream.concat(
                    Stream.of(in.toString(), "-o", out),
                    Stream.of(each.substring(0, request).split(" ", -1)))
                .toArray(String[]::new)),
        Session.spark());
    List<String> lines = Session.spark().read().text(out).as(Encoders.STRING()).collectAsList();
    assertEquals(
        values(each.substring(result + "----\n".length()).lines()),
        values(lines.stream().distinct()),
        each);
  }

  /** The lines in an order of their own, as Spark has its own, with their doubles written alike. */
  private static List<String> values(Stream<String> lines) {
    List<String> values = new ArrayList<>();
    for (String line : lines.sorted().toList()) {
      StringBuilder value = new StringBuilder();
      for (String cell : line.split(",", -1)) {
        boolean isDouble = cell.matches("-?[0-9]+(\\.[0-9]+([Ee][+-]?[0-9]+)?|[Ee][+-]?[0-9]+)");
        value.append(isDouble ? String.valueOf(Double.parseDouble(cell)) : cell).append(',');
      }
      values.add(value.toString());
    }
    return values;
  }
}
